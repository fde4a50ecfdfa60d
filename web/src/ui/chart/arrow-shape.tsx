import type { ArrowLayout } from './arrow-layout.ts';
import classes from './distribution-chart.module.css';

interface ArrowShapeProps {
  readonly place: ArrowLayout;
  readonly texts: { readonly amount: string; readonly amountPx: number; readonly detail: string };
  readonly yPx: number;
}

/** The arrow of the shift with its amount above and its interval below. */
export function ArrowShape({ place: { line, textPx, anchor, hasDetail }, texts, yPx }: ArrowShapeProps) {
  const isBeside = anchor !== 'middle';
  return (
    <g>
      {line !== undefined && (
        <>
          <path
            className={classes.whisker}
            d={`M${line.startPx} ${yPx}H${line.tipPx - 6 * line.direction}M${line.startPx} ${yPx - 5}v10`}
          />
          <path className={classes.whiskerTip} d={`M${line.tipPx} ${yPx}l${-8 * line.direction} -4.5v9z`} />
        </>
      )}
      <text
        className={texts.amountPx > 15 ? classes.amount : classes.amountNarrow}
        x={textPx}
        y={isBeside ? yPx - 2 : yPx - 10}
        textAnchor={anchor}
      >
        {texts.amount}
      </text>
      {hasDetail && (
        <text className={classes.amountDetail} x={textPx} y={isBeside ? yPx + 15 : yPx + 19} textAnchor={anchor}>
          {texts.detail}
        </text>
      )}
    </g>
  );
}
