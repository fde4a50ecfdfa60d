import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { formatShare } from '#core/format/format-share.ts';
import type { Micros } from '#core/units.ts';
import { keyTarget } from '../../../ui/chart/cursor-key.ts';
import type { CurveKind } from '../../../ui/chart/curve-shapes.ts';
import type { RangePick } from '../../../ui/chart/distribution-cursor.tsx';
import type { DistributionGroup } from '../../../ui/chart/distribution-group.ts';
import { readBinAt, readoutAt } from '../../../ui/chart/readout.ts';
import { readoutHead } from '../../../ui/chart/readout-head.ts';
import { useRangeDrag } from '../../../ui/chart/use-range-drag.ts';
import type { DurationAxis } from '../../../ui/duration-axis.ts';
import { useWords } from '../../../ui/words/use-words.ts';
import classes from './panels.module.css';
import { type PanelsLayout, panelAt, panelCorner } from './panels-layout.ts';

interface PanelsCursorProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly curve: CurveKind;
  readonly layout: PanelsLayout;
  readonly pick: RangePick;
}

/**
 * A line at the same duration in every panel, which follows pointer or arrow keys, with the share of each value at it; dragging picks
 * a range of durations. A slider: screen readers say its value as it changes.
 */
export function PanelsCursor({ groups, axis, curve, layout, pick }: PanelsCursorProps) {
  const words = useWords();
  const hintId = useId();
  const [at, setAt] = useState<{ readonly px: number; readonly panel: number }>();
  const { panel } = layout;
  const lengthPx = panel.rightPx - panel.leftPx;
  const clamped = (px: number): number => Math.min(lengthPx, Math.max(0, px));
  const positionAt = (px: number): number => axis.min + (clamped(px) / lengthPx) * (axis.max - axis.min);
  const pxOf = (micros: Micros): number =>
    clamped(((axis.positionOf(micros) - axis.min) / (axis.max - axis.min)) * lengthPx);
  const readout = at && (curve === 'histogram' ? readBinAt : readoutAt)(groups, axis, positionAt(at.px));
  const head = readout && readoutHead(readout, words);
  const shares = readout && groups.map(({ latencies }, i) => formatShare(readout.counts[i]! / latencies.length));

  const drag = useRangeDrag({
    onRange: (fromPx, toPx, isFirst) =>
      pick.onPick({ min: axis.microsAt(positionAt(fromPx)), max: axis.microsAt(positionAt(toPx)) }, isFirst),
    onClick: () => pick.picked && pick.onClear(),
  });
  /** Along the axis of the panel where the pointer is, or where it was pressed down. */
  const placeOf = (event: PointerEvent<HTMLElement>): { readonly px: number; readonly panel: number } => {
    const rect = event.currentTarget.getBoundingClientRect();
    const [xPx, yPx] = [event.clientX - rect.left, event.clientY - rect.top];
    const index = drag.isMarking && at !== undefined ? at.panel : (panelAt(layout, xPx, yPx, groups.length) ?? 0);
    return { px: clamped(Math.round(xPx - panelCorner(layout, index).xPx - panel.leftPx)), panel: index };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const place = placeOf(event);
    setAt(place);
    drag.move(place.px);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const px = at?.px ?? lengthPx / 2;
    const next = keyTarget(event, px, lengthPx);
    if (next !== undefined) {
      event.preventDefault();
      setAt({ px: next, panel: at?.panel ?? 0 });
      if (drag.isMarking) drag.step(next);
    } else if (event.key === ' ' && at !== undefined) {
      event.preventDefault();
      drag.mark(px);
    } else if (event.key === 'Escape' && at !== undefined) {
      setAt(undefined);
      drag.cancel();
    }
  };

  return (
    <div
      className={classes.cursor}
      style={{ width: layout.widthPx, height: layout.heightPx }}
      role="slider"
      tabIndex={0}
      aria-label={words.chart.cursor}
      aria-describedby={hintId}
      aria-valuemin={0}
      aria-valuemax={Math.round(axis.microsAt(axis.max))}
      aria-valuenow={readout?.micros ?? 0}
      aria-valuetext={shares && `${head}: ${groups.map(({ label }, i) => `${label} ${shares[i]}`).join(', ')}`}
      onPointerMove={onPointerMove}
      onPointerDown={(event) => {
        setAt(placeOf(event));
        drag.down(event, placeOf(event).px);
      }}
      onPointerUp={(event) => drag.up(placeOf(event).px)}
      onPointerCancel={drag.cancel}
      onPointerLeave={() => setAt(undefined)}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) setAt((place) => place ?? { px: lengthPx / 2, panel: 0 });
      }}
      onBlur={() => setAt(undefined)}
      onKeyDown={onKeyDown}
    >
      <span id={hintId} hidden>
        {words.chart.keysInRange}
      </span>
      {(at !== undefined || pick.picked !== undefined) &&
        groups.map(({ id }, i) => {
          const { xPx, yPx } = panelCorner(layout, i);
          const topPx = yPx + panel.topPx;
          const plotPx = { top: topPx, height: panel.bottomPx - panel.topPx };
          return (
            <div key={id} aria-hidden="true">
              {pick.picked !== undefined && (
                <div
                  className={classes.picked}
                  style={{
                    ...plotPx,
                    left: xPx + panel.leftPx + pxOf(pick.picked.min),
                    width: Math.max(1, pxOf(pick.picked.max) - pxOf(pick.picked.min)),
                  }}
                />
              )}
              {at !== undefined && shares !== undefined && (
                <>
                  <div className={classes.line} style={{ ...plotPx, left: xPx + panel.leftPx + at.px }} />
                  <div
                    className={classes.share}
                    data-before={at.px > lengthPx / 2 || undefined}
                    style={{ top: topPx, left: xPx + panel.leftPx + at.px }}
                  >
                    {i === at.panel && <span>{head}</span>}
                    <b>{shares[i]}</b>
                  </div>
                </>
              )}
            </div>
          );
        })}
    </div>
  );
}
