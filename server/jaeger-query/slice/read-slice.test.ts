import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SliceInfo } from '#core/api.ts';
import { buildTrace } from '#core/trace/build-trace.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, DAY, unixMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { fakeStorage, type StorageKind } from '../testing/fake-storage.ts';
import { readSlice } from './read-slice.ts';

const NOON = unixMicros(1_795_424_400_000_000);
const idle = new AbortController().signal;

interface SpanPlan {
  readonly at: number;
  readonly service: string;
}

/** A trace with a span for each plan, all children of the first. */
function traceOf(number: number, plans: readonly SpanPlan[]): Trace {
  const spanId = (index: number) => (number * 1000 + index + 1).toString(16).padStart(16, '0');
  return buildTrace(
    (number + 1).toString(16).padStart(32, '0'),
    plans.map((plan, index) => ({
      id: spanId(index),
      parentId: index === 0 ? '' : spanId(0),
      resource: { service: plan.service, attributes: [] },
      operation: `op ${index}`,
      kind: 'internal',
      start: addMicros(NOON, plan.at),
      end: addMicros(NOON, plan.at + 10),
      isError: false,
      attributes: [],
      events: [],
      links: [],
      warnings: [],
    })),
  );
}

/** `count` traces of `spans` spans of `demo`, a second apart, oldest first. */
function demo(count: number, spans = 2): readonly Trace[] {
  return Array.from({ length: count }, (_, trace) =>
    traceOf(
      trace,
      Array.from({ length: spans }, (_, span) => ({ at: trace * 1_000_000 + span, service: 'demo' })),
    ),
  );
}

function searchOf(from: number, to: number, limit: number): TraceSearch {
  return {
    service: 'demo',
    operation: undefined,
    tags: [],
    minDuration: undefined,
    maxDuration: undefined,
    start: addMicros(NOON, from),
    end: addMicros(NOON, to),
    limit,
  };
}

/** All slices of a range, newest first, as the browser asks for them. */
async function readAll(kind: StorageKind, traces: readonly Trace[], search: TraceSearch) {
  const client = fakeStorage(kind, traces);
  const infos: SliceInfo[] = [];
  const ids: string[] = [];
  let { end } = search;
  while (end >= search.start) {
    const { info, table } = await readSlice(client, { ...search, end }, idle);
    infos.push(info);
    ids.push(...table.traceIds);
    end = addMicros(unixMicros(info.start), -1);
  }
  return { infos, ids, requests: client.searches.length };
}

function isMatch(trace: Trace, service: string, start: number, end: number): boolean {
  return trace.spans.some((span) => {
    const at = trace.start + span.start;
    return trace.resources[span.resource]?.service === service && at >= start && at <= end;
  });
}

describe('readSlice', () => {
  it('takes the whole range in one request where it fits', async () => {
    const client = fakeStorage('memory', demo(10));
    const { info, table } = await readSlice(client, searchOf(0, 10_000_000, 100), idle);
    expect(info).toEqual({
      version: 2,
      nextWindow: 10_000_001,
      start: NOON,
      end: NOON + 10_000_000,
      state: 'complete',
      traces: 10,
      spans: 20,
      requests: 1,
      bytes: 10,
      problems: [],
    });
    expect(table.traceCount).toBe(10);
  });

  it('asks for a millisecond more at both ends, and keeps what is inside only', async () => {
    const traces = [0, 999, 1000, 2000, 2001].map((at, number) => traceOf(number, [{ at, service: 'demo' }]));
    const client = fakeStorage('memory', traces);
    const { table } = await readSlice(client, searchOf(1000, 2000, 100), idle);
    expect(client.searches[0]).toMatchObject({ start: NOON, end: NOON + 3000 });
    expect([...table.traceIds].sort()).toEqual([traces[2]?.id, traces[3]?.id]);
  });

  it('takes the newest part that fits, usually with the second request, and counts both', async () => {
    for (const kind of ['memory', 'search-server'] as const) {
      const client = fakeStorage(kind, demo(1000));
      const { info } = await readSlice(client, searchOf(0, 1_000_000_000, 100), idle);
      expect(info).toMatchObject({ state: 'complete', requests: 2, bytes: 181, end: NOON + 1_000_000_000 });
      expect(info.traces).toBeGreaterThan(70);
    }
  });

  it('takes a page of many spans for complete where the storage counts the ends of a window', async () => {
    const client = fakeStorage('memory', demo(90, 20));
    const { info } = await readSlice(client, searchOf(0, 100_000_000, 100), idle);
    expect(info).toMatchObject({ state: 'complete', traces: 90, requests: 2, start: NOON });
    expect(client.searches[1]).toMatchObject({ limit: 100 });
  });

  it('fills its slices with traces, however many spans they have, where the storage counts the ends', async () => {
    const { infos, requests } = await readAll('memory', demo(1000, 20), searchOf(0, 1_000_000_000, 100));
    expect(infos.length).toBeLessThan(14);
    expect(requests).toBeLessThan(40);
  });

  it('does not believe a page below the limit on Cassandra, which stops after 3 × limit rows', async () => {
    const traces = demo(50, 10);
    const search = searchOf(0, 60_000_000, 20);
    const first = fakeStorage('cassandra', traces);
    const { info } = await readSlice(first, search, idle);
    expect(info.start).toBeGreaterThan(search.start);
    const all = await readAll('cassandra', traces, search);
    expect(new Set(all.ids)).toEqual(new Set(traces.map((trace) => trace.id)));
    expect(all.infos.every((slice) => slice.state === 'complete')).toBe(true);
  });

  it('says so where more traces than the limit start within a millisecond', async () => {
    const traces = Array.from({ length: 30 }, (_, number) => traceOf(number, [{ at: 500, service: 'demo' }]));
    const { info } = await readSlice(fakeStorage('memory', traces), searchOf(0, 999, 20), idle);
    expect(info).toMatchObject({ state: 'cut', traces: 20, start: NOON, end: NOON + 999 });
  });

  it('never asks for more than 30 days at once', async () => {
    const client = fakeStorage('memory', []);
    const { info } = await readSlice(client, searchOf(0, 90 * DAY, 20), idle);
    expect(info).toMatchObject({ state: 'complete', start: NOON + 60 * DAY + 1, requests: 1 });
  });

  it('narrows the window around a trace that Jaeger cannot write, then skips it and says so', async () => {
    const traces = demo(16);
    const bad = new Set([traces[7]?.id ?? '']);
    const client = fakeStorage('memory', traces, bad);
    const search = searchOf(0, 16_000_000, 100);
    const ids = new Set<string>();
    const problems: string[] = [];
    for (let end = search.end; end >= search.start; ) {
      const { info, table } = await readSlice(client, { ...search, end }, idle);
      for (const id of table.traceIds) ids.add(id);
      problems.push(...info.problems.map((problem) => problem.kind));
      end = addMicros(unixMicros(info.start), -1);
    }
    expect(ids).toEqual(new Set(traces.filter((trace) => !bad.has(trace.id)).map((trace) => trace.id)));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(5);
  });

  it('passes on what else goes wrong', async () => {
    const client = fakeStorage('memory', []);
    const failing = { ...client, search: () => Promise.reject(new Error('away')) };
    await expect(readSlice(failing, searchOf(0, 1, 1), idle)).rejects.toThrow('away');
  });

  it.each(['memory', 'search-server', 'cassandra', 'cassandra-buckets'] as const)(
    'misses no trace on %s whatever the limit, but where it says so',
    async (kind) => {
      // Spans of a trace lie close together or far apart.
      const place = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10_000 }));
      const plan = fc.record({ at: place, service: fc.constantFrom('demo', 'demo', 'other') });
      const spans = fc.array(plan, { minLength: 1, maxLength: 12, size: 'max' });
      const shifted = fc
        .tuple(fc.integer({ min: 0, max: 10_000 }), spans)
        .map(([base, plans]) => plans.map(({ at, service }) => ({ at: base + at, service })));
      const plans = fc.array(shifted, { maxLength: 40, size: 'max' });
      const bounds = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }));
      await fc.assert(
        fc.asyncProperty(plans, bounds, fc.integer({ min: 1, max: 30 }), async (all, [a, b], limit) => {
          const traces = all.map((spans, number) => traceOf(number, spans));
          const search = searchOf(Math.min(a, b), Math.max(a, b), limit);
          const { infos, ids } = await readAll(kind, traces, search);
          const found = new Set(ids);
          const cut = infos.filter((info) => info.state === 'cut');
          for (const trace of traces) {
            const isAsked = isMatch(trace, 'demo', search.start, search.end);
            const mayMiss = cut.some((info) => isMatch(trace, 'demo', info.start, info.end));
            if (found.has(trace.id)) expect(isAsked).toBe(true);
            else if (isAsked) expect(mayMiss).toBe(true);
          }
          // The slices stand side by side and cover the range.
          expect(infos[0]?.end).toBe(search.end);
          expect(infos.at(-1)?.start).toBe(search.start);
          expect(infos.slice(1).map((info) => info.end)).toEqual(infos.slice(0, -1).map((info) => info.start - 1));
        }),
        { numRuns: 300 },
      );
    },
  );
});
