import type { Trace } from '#core/trace/trace.ts';
import type { WalkedSlices } from '../../server/jaeger-query/testing/walk-slices.ts';
import { spanCounts } from './span-counts.ts';

/** The traces that were sent and that a slice says to have read completely, but that are not there or not with all their spans. */
export function silentlyMissing(
  walked: Pick<WalkedSlices, 'infos' | 'tables'>,
  sent: readonly Trace[],
): readonly string[] {
  const counts = spanCounts(walked);
  const isSaidComplete = ({ start }: Trace): boolean =>
    walked.infos.some((info) => info.state === 'complete' && info.start <= start && start <= info.end);
  return sent
    .filter((trace) => isSaidComplete(trace) && counts.get(trace.id) !== trace.spans.length)
    .map(({ id }) => id);
}
