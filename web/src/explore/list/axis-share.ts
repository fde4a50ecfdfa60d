import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';

/** Where a duration stands on the axis: 0 at its left end, 1 at its right. */
export function axisShare(axis: DurationAxis, micros: Micros): number {
  return (axis.positionOf(micros) - axis.min) / (axis.max - axis.min);
}
