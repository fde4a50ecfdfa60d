import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useId } from 'react';
import classes from './time-overlay.module.css';
import type { TimePlot } from './time-plot.ts';

interface PlotSliderProps {
  readonly plot: TimePlot;
  readonly label: string;
  /** Which keys do what. */
  readonly hint: string;
  /** What can be stepped through. */
  readonly count: number;
  /** Where one is, from 0 on; `undefined` before the first step. */
  readonly at: number | undefined;
  /** What is there, as it is said. */
  readonly text: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** The plot as something that keys step through and screen readers tell of. */
export function PlotSlider({ plot, label, hint, count, at, text, onKeyDown, onBlur }: PlotSliderProps) {
  const hintId = useId();
  const { leftPx, rightPx, topPx, bottomPx } = plot;
  return (
    <>
      <div
        className={classes.plot}
        style={{ left: leftPx, top: topPx, width: rightPx - leftPx, height: bottomPx - topPx }}
        role="slider"
        tabIndex={count === 0 ? -1 : 0}
        aria-label={label}
        aria-describedby={hintId}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, count)}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <VisuallyHidden id={hintId}>{hint}</VisuallyHidden>
    </>
  );
}
