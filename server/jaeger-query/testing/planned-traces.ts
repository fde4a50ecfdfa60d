import { buildTrace } from '#core/trace/build-trace.ts';
import type { RawEvent } from '#core/trace/raw-span.ts';
import type { Attribute, SpanKind, Trace } from '#core/trace/trace.ts';
import { addMicros, type Micros, unixMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';

/** What planned traces are placed from. */
export const NOON = unixMicros(1_795_424_400_000_000);

export interface SpanPlan {
  /** After `NOON`. */
  readonly at: Micros;
  /** Default: `demo`. */
  readonly service?: string;
  readonly operation?: string;
  readonly duration?: Micros;
  readonly kind?: SpanKind;
  readonly isError?: boolean;
  readonly attributes?: readonly Attribute[];
  readonly resource?: readonly Attribute[];
  readonly events?: readonly Omit<RawEvent, 'at'>[];
}

/** A trace with a span for each plan, all children of the first. */
export function plannedTrace(number: number, plans: readonly SpanPlan[]): Trace {
  const spanId = (index: number) => (number * 1000 + index + 1).toString(16).padStart(16, '0');
  return buildTrace(
    (number + 1).toString(16).padStart(32, '0'),
    plans.map((plan, index) => ({
      id: spanId(index),
      parentId: index === 0 ? '' : spanId(0),
      resource: { service: plan.service ?? 'demo', attributes: plan.resource ?? [] },
      operation: plan.operation ?? `op ${index}`,
      kind: plan.kind ?? 'internal',
      start: addMicros(NOON, plan.at),
      end: addMicros(NOON, plan.at + (plan.duration ?? 10)),
      isError: plan.isError ?? false,
      attributes: plan.attributes ?? [],
      events: (plan.events ?? []).map((event) => ({ ...event, at: addMicros(NOON, plan.at) })),
      links: [],
      warnings: [],
    })),
  );
}

/** `count` traces of `spans` spans of `demo`, a second apart, oldest first. */
export function tracesEverySecond(count: number, spans = 2): readonly Trace[] {
  return Array.from({ length: count }, (_, trace) =>
    plannedTrace(
      trace,
      Array.from({ length: spans }, (_, span) => ({ at: trace * 1_000_000 + span })),
    ),
  );
}

/** For traces of `demo`, from and to so many microseconds after `NOON`. */
export function plannedSearch(from: Micros, to: Micros, limit: number, more: Partial<TraceSearch> = {}): TraceSearch {
  return {
    service: 'demo',
    operation: undefined,
    tags: [],
    minDuration: undefined,
    maxDuration: undefined,
    start: addMicros(NOON, from),
    end: addMicros(NOON, to),
    limit,
    ...more,
  };
}
