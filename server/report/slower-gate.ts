import { formatDuration } from '#core/format/format-duration.ts';
import { formatShare } from '#core/format/format-share.ts';
import { shownText } from '#core/format/shown-text.ts';
import type { Report } from './report-schema.ts';

/** Whether `--fail-if-slower` is true with confidence, and why, in a sentence. */
export interface GateAnswer {
  readonly isSlower: boolean;
  readonly reason: string;
}

/**
 * Whether a is slower than b by more than `share` of b's median, for sure: the verdict is clearly slower, and even the low end of the
 * shift's 95 % interval is above it. Never where there is nothing to compare or too little, nor on a cut sample: which traces are in
 * it is the storage's choice, and an interval says nothing about that.
 */
export function slowerGate({ comparison, coverage }: Report, share: number): GateAnswer {
  const no = (reason: string): GateAnswer => ({ isSlower: false, reason: `--fail-if-slower is not true: ${reason}` });
  if (coverage.traces === 0) return no('there are no traces.');
  if (comparison === null) return no('there is nothing to compare, as all traces are on one side.');
  const { a, b, shift, verdict } = comparison;
  const name = shownText(a.name);
  if (verdict === 'too-few') {
    return no(`too few traces, ${a.n} in ${name} and ${b.n} in ${shownText(b.name)}; it takes 6 in each.`);
  }
  if (verdict !== 'clearly-slower' || shift.low === null) {
    return no(`${name} is not clearly slower (${verdict.replaceAll('-', ' ')}).`);
  }
  const least = `${name} is clearly slower, by at least ${formatDuration(shift.low)}`;
  const most = `${formatShare(share)} of the other median of ${formatDuration(b.median)}`;
  if (!(shift.low > share * b.median)) return no(`${least}, but that is not more than ${most}.`);
  if (coverage.cut.length > 0) {
    return no(`${least}, but in a cut sample, and its traces are those that the storage chose. Read a shorter range.`);
  }
  return { isSlower: true, reason: `--fail-if-slower is true: ${least}; that is more than ${most}.` };
}
