import type { UnixMicros } from '../units.ts';

/** What keys derived from a trace itself need to know besides the traces. */
export interface GroupingContext {
  /** The range that was asked. */
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  /** Of the clock that `hour` is read on. */
  readonly minutesEastOfUtc: number;
}
