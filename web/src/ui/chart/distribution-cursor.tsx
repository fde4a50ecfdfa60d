import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { formatShare } from '#core/format/format-share.ts';
import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../duration-axis.ts';
import { langOf } from '../lang-of.ts';
import { Mark } from '../mark.tsx';
import { useWords } from '../words/use-words.ts';
import { keyTarget } from './cursor-key.ts';
import type { CurveKind } from './curve-shapes.ts';
import classes from './distribution-cursor.module.css';
import type { DistributionGroup } from './distribution-group.ts';
import type { DistributionLayout } from './distribution-layout.ts';
import { readBinAt, readoutAt } from './readout.ts';
import { readoutHead } from './readout-head.ts';
import { useRangeDrag } from './use-range-drag.ts';

interface DistributionCursorProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly layout: DistributionLayout;
  /** At a histogram it tells of the bin; at other curves of all traces at or below it. */
  readonly curve: CurveKind;
  /** Picks a range of durations; without it the cursor only reads. */
  readonly pick?: RangePick | undefined;
}

/** A range of durations that can be picked along the axis. */
export interface RangePick {
  readonly picked: { readonly min: Micros; readonly max: Micros } | undefined;
  readonly onPick: (range: { readonly min: Micros; readonly max: Micros }, isFirst: boolean) => void;
  readonly onClear: () => void;
}

/**
 * A line that follows pointer or arrow keys, and the shares at it. It lies over the chart and has its state to itself, so that a
 * hundred thousand traces are not drawn anew when it moves. A slider: screen readers say its value as it changes.
 */
export function DistributionCursor({ groups, axis, layout, curve, pick }: DistributionCursorProps) {
  const words = useWords();
  const hintId = useId();
  const [atPx, setAtPx] = useState<number>();
  const { leftPx, rightPx, topPx, bottomPx } = layout;
  const lengthPx = rightPx - leftPx;
  const cursorPx = atPx === undefined ? undefined : Math.min(lengthPx, Math.max(0, atPx));
  const positionAt = (px: number): number => axis.min + (px / lengthPx) * (axis.max - axis.min);
  const readAt = curve === 'histogram' ? readBinAt : readoutAt;
  const readout = cursorPx === undefined ? undefined : readAt(groups, axis, positionAt(cursorPx));
  const head = readout && readoutHead(readout, words);

  const drag = useRangeDrag({
    onRange: (fromPx, toPx, isFirst) => {
      const at = (px: number): Micros => axis.microsAt(positionAt(Math.min(lengthPx, Math.max(0, px))));
      pick?.onPick({ min: at(fromPx), max: at(toPx) }, isFirst);
    },
    onClick: () => pick?.picked && pick.onClear(),
  });
  const pxOf = (event: PointerEvent<HTMLDivElement>): number =>
    Math.round(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    setAtPx(pxOf(event));
    drag.move(pxOf(event));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    setAtPx(pxOf(event));
    if (pick !== undefined) drag.down(event, pxOf(event));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyTarget(event, cursorPx ?? lengthPx / 2, lengthPx);
    if (next === undefined) {
      if (event.key === 'Escape' && atPx !== undefined) {
        setAtPx(undefined);
        drag.cancel();
      }
      if (event.key === ' ' && pick !== undefined && cursorPx !== undefined) {
        event.preventDefault();
        drag.mark(cursorPx);
      }
      return;
    }
    event.preventDefault();
    setAtPx(next);
    if (drag.isMarking) drag.step(next);
  };

  const text =
    readout &&
    `${head}: ${groups
      .map(({ label, latencies }, i) => `${label} ${formatShare(readout.counts[i]! / latencies.length)}`)
      .join(', ')}`;
  return (
    <div
      className={classes.plot}
      style={{ left: leftPx, top: topPx, width: lengthPx, height: bottomPx - topPx }}
      role="slider"
      tabIndex={0}
      aria-label={words.chart.cursor}
      aria-valuemin={0}
      aria-valuemax={Math.round(axis.microsAt(axis.max))}
      aria-valuenow={readout?.micros ?? 0}
      aria-valuetext={text ?? ''}
      aria-describedby={pick === undefined ? undefined : hintId}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerDown}
      onPointerUp={(event) => drag.up(pxOf(event))}
      onPointerCancel={drag.cancel}
      onPointerLeave={() => setAtPx(undefined)}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) setAtPx((px) => px ?? Math.round(lengthPx / 2));
      }}
      onBlur={() => setAtPx(undefined)}
      onKeyDown={onKeyDown}
    >
      {pick !== undefined && (
        <span id={hintId} hidden>
          {words.chart.keysInRange}
        </span>
      )}
      {pick?.picked !== undefined && <div className={classes.picked} style={rangePx(pick.picked, axis, lengthPx)} />}
      {readout !== undefined && cursorPx !== undefined && (
        <>
          <div className={classes.line} style={{ left: cursorPx }} />
          <div
            className={classes.readout}
            style={cursorPx > lengthPx / 2 ? { right: lengthPx - cursorPx + 10 } : { left: cursorPx + 10 }}
            aria-hidden="true"
          >
            <div className={classes.head}>{head}</div>
            <div className={classes.rows}>
              {groups.map(({ id, label, style, latencies }, i) => (
                <div key={id} className={classes.row} data-role={style.role}>
                  <span className={classes.name}>
                    <Mark shape={style.mark} color={style.color} />
                    <span lang={langOf(label)}>{label}</span>
                  </span>
                  <b>{formatShare(readout.counts[i]! / latencies.length)}</b>
                  <span className={classes.count}>{words.chart.shareOf(readout.counts[i]!, latencies.length)}</span>
                </div>
              ))}
            </div>
          </div>
        </>
      )}
    </div>
  );
}

/** Where a range of durations lies along an axis that is so long. */
function rangePx(
  { min, max }: { readonly min: Micros; readonly max: Micros },
  axis: DurationAxis,
  lengthPx: number,
): CSSProperties {
  const pxAt = (micros: Micros): number => {
    const share = (axis.positionOf(micros) - axis.min) / (axis.max - axis.min);
    return Math.min(1, Math.max(0, share)) * lengthPx;
  };
  return { left: pxAt(min), width: Math.max(1, pxAt(max) - pxAt(min)) };
}
