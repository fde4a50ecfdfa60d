import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testingSpan } from '../testing/testing-span.ts';
import { searchTraces } from './search-traces.ts';
import type { SpanQuery } from './span-query.ts';
import { SpanStore } from './span-store.ts';

const LIMITS = { maxTraces: 3, maxSpans: 100, maxSpansPerTrace: 10 };

function anyOf(service: string): SpanQuery {
  return {
    service,
    operation: undefined,
    startMinNanos: 0n,
    startMaxNanos: 10n ** 18n,
    durationMinNanos: 0n,
    durationMaxNanos: 0n,
    tags: new Map(),
  };
}

function storeWithLog(limits: Partial<typeof LIMITS> = {}) {
  const said: string[] = [];
  return {
    store: new SpanStore({ ...LIMITS, ...limits }, (level, message) => said.push(`${level}: ${message}`)),
    said,
  };
}

describe('SpanStore', () => {
  it('drops the oldest trace whole when there are too many, and says so once', () => {
    const { store, said } = storeWithLog();
    for (let trace = 1; trace <= 6; trace++) store.add([testingSpan(trace, 1, 'a'), testingSpan(trace, 2, 'b')]);
    expect(store.tracesOf('a').map(({ traceId }) => Number(traceId))).toEqual([6, 5, 4]);
    expect(store.trace('1'.padStart(32, '0'))).toBeUndefined();
    expect(store.counters()).toEqual({ traces: 3, spans: 6, droppedTraces: 3, droppedSpans: 0, refusedSpans: 0 });
    expect(said).toEqual(['warn: the store is full; the oldest traces are dropped from now on']);
  });

  it('bounds the spans of all traces and those of one', () => {
    const { store, said } = storeWithLog({ maxSpans: 12 });
    store.add([testingSpan(1, 1, 'a')]);
    for (let span = 1; span <= 14; span++) store.add([testingSpan(2, span, 'a')]);
    expect(store.counters()).toEqual({ traces: 2, spans: 11, droppedTraces: 0, droppedSpans: 4, refusedSpans: 0 });
    store.add([testingSpan(3, 1, 'a'), testingSpan(3, 2, 'a')]);
    expect(store.counters()).toEqual({ traces: 2, spans: 12, droppedTraces: 1, droppedSpans: 4, refusedSpans: 0 });
    expect(said).toEqual([
      'warn: a trace is full; its further spans are dropped',
      'warn: the store is full; the oldest traces are dropped from now on',
    ]);
  });

  it('forgets a service with its last trace', () => {
    const { store } = storeWithLog({ maxTraces: 1 });
    store.add([testingSpan(1, 1, 'gone', { name: 'x' })]);
    store.add([testingSpan(2, 1, 'here')]);
    expect(store.services()).toEqual(['here']);
    expect(store.operations('gone')).toEqual([]);
  });

  it('has a trace in its place even if the service joined it late', () => {
    const { store } = storeWithLog();
    store.add([
      testingSpan(1, 1, 'front'),
      testingSpan(2, 1, 'back'),
      testingSpan(3, 1, 'back'),
      testingSpan(1, 2, 'back'),
    ]);
    expect(store.tracesOf('back').map(({ traceId }) => Number(traceId))).toEqual([3, 2, 1]);
  });

  it('finds the same traces as a walk over all of them, whatever came and went', async () => {
    const arrivals = fc.array(fc.record({ trace: fc.nat(8), service: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 5 }), async (spans, limit) => {
        const { store } = storeWithLog({ maxTraces: 4 });
        for (const [index, { trace, service }] of spans.entries())
          store.add([testingSpan(trace + 1, index + 1, service)]);
        for (const service of ['a', 'b', 'c']) {
          const walked = store
            .traces()
            .filter((trace) => trace.spans.some((span) => span.resource.serviceName === service))
            .slice(0, limit);
          expect(await searchTraces(store, anyOf(service), limit)).toEqual(walked);
          expect(store.services().includes(service)).toBe(walked.length > 0);
        }
      }),
    );
  });
});
