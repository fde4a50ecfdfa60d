import { formatTick } from '../../ui/chart/format-tick.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { axisShare } from './axis-share.ts';

export interface AxisLabel {
  /** Where it stands on the axis, 0…1. */
  readonly share: number;
  readonly text: string;
  /** Near the right end a label ends at its place, so that it does not run into the next column. */
  readonly anchor: 'middle' | 'end';
}

/** As many labels as stand side by side in the head of a column. */
const MAX_LABELS = 4;
/** A label needs so much of the axis. */
const LABEL_SHARE = 0.17;

/** The labels of the scale in the list's head: zero, then every second (third, …) gridline counted from the last, where there is room. */
export function axisLabels(axis: DurationAxis): readonly AxisLabel[] {
  const [zero, ...others] = axis.majors;
  const stride = Math.ceil(others.length / (MAX_LABELS - 1));
  const kept = others.filter((_, index) => (others.length - 1 - index) % stride === 0);
  const labels: AxisLabel[] = [];
  for (const { micros } of zero === undefined ? kept : [zero, ...kept]) {
    const share = axisShare(axis, micros);
    const anchor = share > 1 - LABEL_SHARE / 2 ? 'end' : 'middle';
    const before = labels.at(-1);
    if (before !== undefined && share - before.share < (anchor === 'end' ? 1.5 : 1) * LABEL_SHARE) continue;
    labels.push({ share, text: formatTick(micros), anchor });
  }
  return labels;
}
