import { formatDuration } from '#core/format/format-duration.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { axisShare } from './axis-share.ts';

/** As many labels as stand side by side in the head of a column. */
const MAX_LABELS = 4;

/** The labels of the scale in the list's head: zero, then every second (third, …) gridline counted from the last. */
export function axisLabels(axis: DurationAxis): readonly { readonly share: number; readonly text: string }[] {
  const [zero, ...others] = axis.majors;
  const stride = Math.ceil(others.length / (MAX_LABELS - 1));
  const kept = others.filter((_, index) => (others.length - 1 - index) % stride === 0);
  return [...(zero === undefined ? [] : [zero]), ...kept].map(({ micros }) => ({
    share: axisShare(axis, micros),
    text: micros === 0 ? '0' : shortDuration(micros),
  }));
}

/** A gridline's duration without its zeros: `100 µs`, `1 s`. */
function shortDuration(micros: number): string {
  return formatDuration(micros).replace(/\.0+(?=\D)/, '');
}
