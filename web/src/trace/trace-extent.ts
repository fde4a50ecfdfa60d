import type { Trace } from '#core/trace/trace.ts';
import type { Micros } from '#core/units.ts';

/** From the first start to the last end of any span; at least 1 µs, so that it can be drawn. */
export function traceExtent({ spans }: Trace): Micros {
  return spans.reduce((latest, { start, duration }) => Math.max(latest, start + duration), 1);
}
