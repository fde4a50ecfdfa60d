import { Box as Region, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type Ref, useId } from 'react';
import type { BoxPx } from '../../ui/chart/box-px.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { type BoxEdge, movedBox, resizedBox } from './box-geometry.ts';
import classes from './time-overlay.module.css';
import type { TimePlot } from './time-plot.ts';

interface PickBoxProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly box: BoxPx;
  readonly plot: TimePlot;
  readonly onBox: (box: BoxPx) => void;
  readonly onClear: () => void;
}

const EDGES: readonly BoxEdge[] = ['left', 'right', 'top', 'bottom'];
const STEP_PX = 4;

/** The picked box, to be moved and resized by keys; the overlay around it drags it, by `data-box` and `data-edge`. */
export function PickBox({ ref, box, plot, onBox, onClear }: PickBoxProps) {
  const words = useWords();
  const hintId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClear();
      return;
    }
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [dxPx, dyPx] = by.map((direction) => direction * STEP_PX) as [number, number];
    if (!event.shiftKey) onBox(movedBox(box, dxPx, dyPx, plot));
    else onBox(dxPx !== 0 ? resizedBox(box, 'right', dxPx, plot) : resizedBox(box, 'top', dyPx, plot));
  };
  return (
    <Region
      ref={ref}
      className={classes.box}
      style={{ left: box.leftPx, top: box.topPx, width: box.rightPx - box.leftPx, height: box.bottomPx - box.topPx }}
      role="group"
      tabIndex={0}
      aria-label={words.chart.pickedBox}
      aria-describedby={hintId}
      onKeyDown={onKeyDown}
      data-box=""
    >
      <VisuallyHidden id={hintId}>{words.chart.keysInBox}</VisuallyHidden>
      {EDGES.map((edge) => (
        <span key={edge} className={classes.handle} data-edge={edge} />
      ))}
    </Region>
  );
}
