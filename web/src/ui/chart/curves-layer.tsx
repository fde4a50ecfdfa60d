import { useMemo } from 'react';
import type { DurationAxis } from '../duration-axis.ts';
import type { GroupStyle } from '../group-styles.ts';
import { type ArrowSides, arrowLayout } from './arrow-layout.ts';
import { ArrowShape } from './arrow-shape.tsx';
import { CurveLabels } from './curve-labels.tsx';
import { type CurveKind, curveShapes } from './curve-shapes.ts';
import classes from './distribution-chart.module.css';
import type { DistributionGroup, ShiftArrow } from './distribution-group.ts';
import type { DistributionLayout } from './distribution-layout.ts';
import { usePlotScales } from './use-plot-scales.ts';

export interface CurvesLayerProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly layout: DistributionLayout;
  readonly curve: CurveKind;
  readonly shift: ShiftArrow | undefined;
  readonly hasLabels: boolean;
}

/** The curves, *Other* lowest and the highlight on top; with the ECDF the names at them and the arrow of the shift. */
export function CurvesLayer({ groups, axis, layout, curve, shift, hasLabels }: CurvesLayerProps) {
  const scales = usePlotScales();
  const shapes = useMemo(
    () => (scales === undefined ? [] : curveShapes(curve, backToFront(groups), axis, scales)),
    [groups, axis, scales, curve],
  );
  const arrow = useMemo(() => {
    if (scales === undefined || shift === undefined || curve !== 'ecdf') return undefined;
    const at = (micros: number): number => scales.xPx(axis.positionOf(micros));
    const texts = {
      amount: shift.amount,
      amountPx: layout.isNarrow ? 15 : 18,
      detail: layout.isNarrow ? '' : shift.detail,
    };
    const yPx = scales.yPx(0.5);
    const beyond = roomBeyond(groups, at, ARROW_TEXT_PX / (scales.yPx(0) - scales.yPx(1)));
    return { texts, yPx, place: arrowLayout(at(shift.from), at(shift.to), yPx, texts, beyond, scales) };
  }, [groups, axis, scales, shift, curve, layout.isNarrow]);
  if (scales === undefined) return null;
  return (
    <g>
      {shapes.map(({ id, style, d, bar }) => (
        <g key={id} className={classes.curve} stroke={style.color} strokeWidth={WIDTHS[style.role]}>
          {bar !== '' && <path d={bar} fill={style.color} fillOpacity={0.18} />}
          <path d={d} strokeDasharray={style.dash} />
        </g>
      ))}
      {arrow !== undefined && <ArrowShape {...arrow} />}
      {curve === 'ecdf' && hasLabels && (
        <CurveLabels groups={groups} axis={axis} layout={layout} scales={scales} taken={arrow?.place.box} />
      )}
    </g>
  );
}

const WIDTHS: { readonly [role in GroupStyle['role']]: number } = { highlight: 2.75, slot: 1.75, other: 1.1 };

/** Half the height of the arrow's texts. */
const ARROW_TEXT_PX = 26;

/** Left and right of the curves that the arrow goes between, in the band of its texts: `reach` in shares around p50. */
function roomBeyond(groups: readonly DistributionGroup[], at: (micros: number) => number, reach: number): ArrowSides {
  const quantile = (latencies: Float64Array, share: number): number =>
    at(latencies[Math.min(latencies.length - 1, Math.max(0, Math.floor(share * latencies.length)))]!);
  const highlight = groups.find(({ style }) => style.role === 'highlight')?.latencies;
  if (highlight === undefined) return { leftPx: Number.NEGATIVE_INFINITY, rightPx: Number.POSITIVE_INFINITY };
  return { leftPx: quantile(highlight, 0.5 - reach), rightPx: quantile(highlight, 0.5 + reach) };
}

const ORDER: { readonly [role in GroupStyle['role']]: number } = { other: 0, slot: 1, highlight: 2 };

function backToFront(groups: readonly DistributionGroup[]): readonly DistributionGroup[] {
  return groups.toSorted((a, b) => ORDER[a.style.role] - ORDER[b.style.role]);
}
