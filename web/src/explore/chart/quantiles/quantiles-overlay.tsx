import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Box } from '#core/analysis/explore-question.ts';
import type { BoxPx } from '../../../ui/chart/box-px.ts';
import { langOf } from '../../../ui/lang-of.ts';
import { Mark } from '../../../ui/mark.tsx';
import { useLateWords } from '../../../ui/words/use-late-words.ts';
import type { ChangeExplore } from '../../../url-state.ts';
import { boxFromPx, boxToPx } from '../box-geometry.ts';
import { PickBox } from '../pick-box.tsx';
import { PlotSlider } from '../plot-slider.tsx';
import { stepTarget } from '../step-target.ts';
import overlayClasses from '../time-overlay.module.css';
import type { TimePlot } from '../time-plot.ts';
import { dragStart, useBoxDrag } from '../use-box-drag.ts';
import { partText, quantileText } from './part-text.ts';
import classes from './quantiles.module.css';
import type { QuantileLines } from './use-quantile-lines.ts';

interface QuantilesOverlayProps {
  readonly quantiles: QuantileLines;
  readonly plot: TimePlot;
  readonly pick: Box | undefined;
  readonly change: ChangeExplore;
}

/** What moves over the lines: the part under the pointer or reached by keys with its figures, and the picked box. */
export function QuantilesOverlay({ quantiles, plot, pick, change }: QuantilesOverlayProps) {
  const { overTime: words } = useLateWords();
  // The box is drawn when there is time: it takes the focus then.
  const takesFocus = useRef(false);
  const boxRef = (box: HTMLDivElement | null): void => {
    if (box === null || !takesFocus.current) return;
    takesFocus.current = false;
    box.focus();
  };
  const [current, setCurrent] = useState<number>();
  const { parts, lines } = quantiles;
  const n = parts.edges.length - 1;
  const at = current !== undefined && current < n ? current : undefined;

  const boxOf = (part: number): BoxPx => ({
    leftPx: plot.xPx(parts.edges[part]!),
    rightPx: plot.xPx(parts.edges[part + 1]!),
    topPx: plot.topPx,
    bottomPx: plot.bottomPx,
  });
  const partAt = (xPx: number): number | undefined => {
    const time = plot.timeAt(xPx);
    const part = parts.edges.findIndex((edge, i) => i < n && time >= edge && time <= parts.edges[i + 1]!);
    return part < 0 ? undefined : part;
  };
  const pickBox = (box: BoxPx, isFirst = false): void => change({ pick: boxFromPx(box, plot) }, { replace: !isFirst });
  const drag = useBoxDrag({
    plot,
    onBox: pickBox,
    onClick: (start, xPx) => {
      const part = partAt(xPx);
      if (pick !== undefined && start.kind === 'plot') change({ pick: undefined });
      else if (part !== undefined) pickBox(boxOf(part), true);
    },
  });
  const box = drag.box ?? (pick === undefined ? undefined : boxToPx(pick, plot));

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    drag.move(event);
    const xPx = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setCurrent(drag.isDragging ? undefined : partAt(xPx));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ' ') && at !== undefined) {
      pickBox(boxOf(at), true);
      takesFocus.current = true;
    } else {
      const next = stepTarget(event.key, at, n);
      if (next === undefined) return;
      setCurrent(next);
    }
    event.preventDefault();
  };
  const told = (part: number): string =>
    [
      partText(parts, part),
      ...lines.map(({ label, parts: own }) => `${label}: ${quantileText(own[part], words)}`),
    ].join('; ');

  return (
    <div
      className={overlayClasses.overlay}
      style={{ width: plot.widthPx, height: plot.heightPx }}
      onPointerDown={(event) => drag.start(event, dragStart(event.target, box))}
      onPointerMove={onPointerMove}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
      onPointerLeave={() => setCurrent(undefined)}
    >
      <PlotSlider
        plot={plot}
        label={words.cursor}
        hint={words.keys}
        count={n}
        at={at}
        text={at === undefined ? '' : told(at)}
        onKeyDown={onKeyDown}
        onBlur={() => setCurrent(undefined)}
      />
      {box !== undefined && (
        <PickBox ref={boxRef} box={box} plot={plot} onBox={pickBox} onClear={() => change({ pick: undefined })} />
      )}
      {at !== undefined && (
        <>
          <div
            className={classes.part}
            style={{
              left: boxOf(at).leftPx,
              width: boxOf(at).rightPx - boxOf(at).leftPx,
              top: plot.topPx,
              height: plot.bottomPx - plot.topPx,
            }}
          />
          <div className={classes.readout} style={readoutPlace(boxOf(at), plot)} aria-hidden="true">
            <div className={classes.head}>{partText(parts, at)}</div>
            {lines.map(({ id, label, style, parts: own }) => (
              <div key={id} className={classes.row} data-role={style.role}>
                <span className={classes.name}>
                  <Mark shape={style.mark} color={style.color} />
                  <span lang={langOf(label)}>{label}</span>
                </span>
                <span>{quantileText(own[at], words)}</span>
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

const GAP_PX = 10;

/** Beside the part, on the side where there is more room. */
function readoutPlace(
  { leftPx, rightPx }: BoxPx,
  plot: TimePlot,
): { readonly left: number } | { readonly right: number } {
  const isRight = leftPx + rightPx > plot.leftPx + plot.rightPx;
  return isRight ? { right: plot.widthPx - leftPx + GAP_PX } : { left: rightPx + GAP_PX };
}
