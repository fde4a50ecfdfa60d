import type { DurationAxis } from '../duration-axis.ts';
import { formatTick } from './format-tick.ts';

/** A labelled gridline; the label is empty where there is no room for it. */
export interface AxisLabel {
  readonly position: number;
  readonly text: string;
}

/**
 * The labels of an axis drawn `lengthPx` long: all of them if they are `roomPx` apart, else every second, third, … Zero is always
 * labelled, and so is the floor of a log axis.
 */
export function axisLabels(axis: DurationAxis, lengthPx: number, roomPx: number): readonly AxisLabel[] {
  const first = axis.majors[0]!;
  const rest = axis.majors.slice(1);
  const stepPx =
    rest.length < 2 ? lengthPx : ((rest[1]!.position - rest[0]!.position) / (axis.max - axis.min)) * lengthPx;
  const stride = Math.max(1, Math.ceil(roomPx / stepPx));
  const offset = axis.kind === 'log' ? 0 : stride - 1;
  return [
    { position: first.position, text: formatTick(first.micros) },
    ...rest.map(({ position, micros }, i) => ({ position, text: i % stride === offset ? formatTick(micros) : '' })),
  ];
}
