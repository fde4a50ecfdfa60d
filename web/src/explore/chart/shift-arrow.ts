import type { Finding } from '#core/analysis/finding.ts';
import { durationUnitOf } from '#core/format/duration-unit.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { NARROW_SPACE } from '#core/format/narrow-space.ts';
import type { ShiftArrow } from '../../ui/chart/distribution-group.ts';
import type { Words } from '../../ui/words/words.ts';

/**
 * The arrow of a finding: it spans the medians and is labelled with the Hodges–Lehmann shift. None where no difference was found,
 * and none where medians and shift point apart.
 */
export function shiftArrow(finding: Finding, words: Words): ShiftArrow | undefined {
  if (finding.kind !== 'compared' || finding.comparison.verdict === 'no-difference') return undefined;
  const { shift, medianA, medianB } = finding.comparison;
  if ((medianA - medianB) * shift.value <= 0) return undefined;
  const interval = formatInterval(shift);
  const unit = durationUnitOf(shift.value);
  return {
    from: medianB,
    to: medianA,
    amount: formatDifference(shift.value),
    detail: interval === '' ? '' : words.chart.shiftDetail(interval, unit === 'min' ? '' : `${NARROW_SPACE}${unit}`),
  };
}
