import type { Context, HrTime, Span } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';

/** The span of a request under way. */
export interface RequestSpan {
  readonly span: Span;
  /** The parent of whatever it asks. */
  readonly context: Context;
  /** When it was by the clock of the machine, at that reading of the monotonic one. */
  readonly timeAt: (monotonicMillis: number) => HrTime;
}

/**
 * Times of one trace. The clock of the machine is read once, so that its spans lie within one another however it is set meanwhile.
 *
 * @param epochMillis both clocks, read at the same moment
 */
export function timesFrom(epochMillis: number, monotonicMillis: number): RequestSpan['timeAt'] {
  return (millis) => millisToHrTime(epochMillis + (millis - monotonicMillis));
}
