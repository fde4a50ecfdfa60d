import type { SpansQuery } from '#core/api.ts';
import type { Micros, UnixMicros } from '#core/units.ts';
import type { Dataset } from './dataset.ts';

/** A stretch of a dataset that is to be read from its newest end on. */
interface SliceStretch {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  /** What the slice before said of how busy the time was. */
  readonly window?: Micros | undefined;
}

/** What to ask the server for the newest slice of a stretch of a dataset. */
export function sliceQuery(dataset: Dataset, { from, to, window }: SliceStretch): SpansQuery {
  const { service, operation, tags, minDuration, maxDuration, limit } = dataset;
  return { service, operation, tags, minDuration, maxDuration, start: from, end: to, limit, window };
}
