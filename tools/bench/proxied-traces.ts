import { generateShopTraces } from '#core/testing/shop-traces.ts';
import type { Trace } from '#core/trace/trace.ts';

/** One less than the limit, so that a page of them is complete. */
export const PROXIED_TRACES = 1499;

/** 25.7 MB as legacy JSON. */
export function proxiedTraces(): Iterable<Trace> {
  return generateShopTraces({ seed: 1, traces: PROXIED_TRACES, spansPerTrace: 20 });
}
