import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatShare } from '#core/format/format-share.ts';
import { unixMicros } from '#core/units.ts';
import type { BoxPx } from '../../ui/chart/box-px.ts';
import { useLateWords } from '../../ui/words/use-late-words.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { boxAround, boxFromPx, boxToPx } from './box-geometry.ts';
import { type Heatmap, heatmapCellAt } from './heatmap.ts';
import { HighlightName } from './highlight-name.tsx';
import { PickBox } from './pick-box.tsx';
import { PlotSlider } from './plot-slider.tsx';
import { nearestPoint, type PointPixels } from './point-pixels.ts';
import { PointTip } from './point-tip.tsx';
import { stepTarget } from './step-target.ts';
import classes from './time-overlay.module.css';
import type { TimePlot } from './time-plot.ts';
import type { TimeViewProps } from './time-view-props.ts';
import { dragStart, useBoxDrag } from './use-box-drag.ts';

interface TimeOverlayProps extends TimeViewProps {
  readonly plot: TimePlot;
  readonly pixels: PointPixels;
  readonly cells: Heatmap | undefined;
}

/** How near the pointer must be to a point. */
const REACH_PX = 12;

/** What moves over the chart: the point under the pointer or reached by keys, and the picked box. The chart is not drawn anew. */
export function TimeOverlay(props: TimeOverlayProps) {
  const { answer, styles, names, pick, change, onOpenTrace, hoveredTrace, plot, pixels, cells } = props;
  const words = useWords();
  const { overTime } = useLateWords();
  // The box is drawn when there is time: it takes the focus then.
  const takesFocus = useRef(false);
  const boxRef = (box: HTMLDivElement | null): void => {
    if (box === null || !takesFocus.current) return;
    takesFocus.current = false;
    box.focus();
  };
  const [current, setCurrent] = useState<number>();
  const { points } = answer;
  const n = points.trace.length;
  const at = current !== undefined && current < n ? current : undefined;
  const listed = hoveredTrace === undefined ? -1 : points.trace.indexOf(hoveredTrace);

  const crowdAt = (point: number): string | undefined => {
    if (cells === undefined) return undefined;
    const { count, highlighted } = heatmapCellAt(cells, pixels.xs[point]!, pixels.ys[point]!, plot);
    return overTime.crowd(
      formatCount(count),
      formatCount(highlighted),
      formatShare(count === 0 ? 0 : highlighted / count),
      names[styles.findIndex(({ role }) => role === 'highlight')],
    );
  };
  const pickBox = (box: BoxPx, isFirst = false): void => change({ pick: boxFromPx(box, plot) }, { replace: !isFirst });
  const drag = useBoxDrag({
    plot,
    onBox: pickBox,
    onClick: (start, xPx, yPx) => {
      const hit = nearestPoint(pixels, xPx, yPx, REACH_PX);
      if (hit !== undefined) onOpenTrace(points.trace[hit]!);
      else if (pick !== undefined && start.kind === 'plot') change({ pick: undefined });
    },
  });
  const box = drag.box ?? (pick === undefined ? undefined : boxToPx(pick, plot));

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    drag.move(event);
    const rect = event.currentTarget.getBoundingClientRect();
    setCurrent(
      drag.isDragging ? undefined : nearestPoint(pixels, event.clientX - rect.left, event.clientY - rect.top, REACH_PX),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (n === 0) return;
    if (event.key === 'Enter' && at !== undefined) {
      onOpenTrace(points.trace[at]!);
    } else if (event.key === ' ' && at !== undefined) {
      pickBox(boxAround(pixels.xs[at]!, pixels.ys[at]!, plot), true);
      takesFocus.current = true;
    } else {
      const next = stepTarget(event.key, at, n);
      if (next === undefined) return;
      setCurrent(next);
    }
    event.preventDefault();
  };
  const textOf = (i: number): string => {
    const trace = words.chart.traceAt(
      formatClock(unixMicros(points.time[i]!), { detail: 'millis' }),
      formatDuration(points.latency[i]!),
      names[points.group[i]!]!,
    );
    const crowd = crowdAt(i);
    return crowd === undefined ? trace : `${trace}; ${crowd}`;
  };

  return (
    <div
      className={classes.overlay}
      style={{ width: plot.widthPx, height: plot.heightPx }}
      data-pointing={at !== undefined || undefined}
      onPointerDown={(event) => drag.start(event, dragStart(event.target, box))}
      onPointerMove={onPointerMove}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
      onPointerLeave={() => setCurrent(undefined)}
    >
      <PlotSlider
        plot={plot}
        label={words.chart.tracesInTime}
        hint={words.chart.keysInTime}
        count={n}
        at={at}
        text={at === undefined ? '' : textOf(at)}
        onKeyDown={onKeyDown}
        onBlur={() => setCurrent(undefined)}
      />
      <HighlightName answer={answer} styles={styles} names={names} pixels={pixels} plot={plot} />
      {box !== undefined && (
        <PickBox ref={boxRef} box={box} plot={plot} onBox={pickBox} onClear={() => change({ pick: undefined })} />
      )}
      {listed >= 0 && <div className={classes.ring} style={{ left: pixels.xs[listed], top: pixels.ys[listed] }} />}
      {at !== undefined && (
        <PointTip
          xPx={pixels.xs[at]!}
          yPx={pixels.ys[at]!}
          plot={plot}
          style={styles[points.group[at]!]!}
          name={names[points.group[at]!]!}
          time={formatClock(unixMicros(points.time[at]!), { detail: 'millis' })}
          duration={formatDuration(points.latency[at]!)}
          crowd={crowdAt(at)}
        />
      )}
    </div>
  );
}
