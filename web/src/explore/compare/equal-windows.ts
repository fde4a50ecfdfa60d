import type { Filter } from '#core/analysis/explore-question.ts';
import { addMicros, type UnixMicros } from '#core/units.ts';

/** A filter that leaves as much time before an instant as after it: the shorter of the two within a range. */
export function equalWindows(at: UnixMicros, range: { readonly from: UnixMicros; readonly to: UnixMicros }): Filter {
  const length = Math.min(at - range.from, range.to - at);
  // The instant itself begins the time after it.
  const box = { from: addMicros(at, -length), to: addMicros(at, length - 1), min: 0, max: Number.MAX_SAFE_INTEGER };
  return { kind: 'box', box };
}
