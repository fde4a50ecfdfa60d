import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTagConditions } from '#core/jaeger/has-tag-conditions.ts';
import type { TagCondition } from '#core/jaeger/tag-conditions.ts';
import type { Attribute, Trace } from '#core/trace/trace.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { fakeStorage } from '../testing/fake-storage.ts';
import { plannedSearch, plannedTrace, type SpanPlan } from '../testing/planned-traces.ts';
import { STORAGE_KINDS, type StorageKind } from '../testing/storage-kind.ts';
import { walkSlices } from '../testing/walk-slices.ts';
import { SMALLEST_WINDOW } from './search-window.ts';

const attribute = (key: string, type: Attribute['type'], ...values: readonly string[]) =>
  fc.constantFrom(...values).map((value): Attribute => ({ key, type, value }));

/** Keys and values on which storages differ, and some on which they do not. */
const attributes = fc.array(
  fc.oneof(
    attribute('omikuji', 'string', '凶', '吉'),
    attribute('version', 'string', '1.0.0', '1x0y0', '.*'),
    attribute('n', 'int64', '0', '5', '12345678901'),
    attribute('n', 'float64', '5', '0', '2.5', '0.12345678901234', '12345678901'),
    attribute('raw', 'binary', 'AQID', 'demo'),
    attribute('raw', 'string', 'AQID', 'demo'),
    attribute('error', 'string', 'true', 'false', 'broken'),
    attribute('event', 'string', 'drawn'),
    attribute('otel.status_code', 'string', 'OK', 'ERROR'),
    attribute('json', 'string', '{"a":1}', '["a"]', ''),
  ),
  { maxLength: 2 },
);

const CONDITIONS: readonly TagCondition[] = [
  ['omikuji', '凶'],
  ['omikuji', '吉'],
  ['version', '1.0.0'],
  ['version', '.*'],
  ['n', '5'],
  ['n', '0'],
  ['n', '2.5'],
  ['n', '0.12345678901234'],
  ['n', '12345678901'],
  ['raw', 'AQID'],
  ['raw', 'demo'],
  ['error', 'true'],
  ['error', 'false'],
  ['error', 'broken'],
  ['event', 'drawn'],
  ['message', 'drawn'],
  ['span.kind', 'server'],
  ['span.status', 'OK'],
  ['otel.status_code', 'OK'],
  ['resource.omikuji', '凶'],
  ['json', '{"a":1}'],
  ['json', '["a"]'],
  ['json', ''],
].map(([key = '', value = '']) => ({ key, value }));

const anyPlace = fc.oneof(
  // Bursts at equal instants, ends of windows, ends of milliseconds.
  fc.constantFrom(0, 1, 500, 999, 1000, 1001, 2000, 5000),
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 20_000 }),
);

const bareSpan = fc.record({
  at: anyPlace,
  service: fc.constantFrom('demo', 'demo', 'other'),
  operation: fc.constantFrom('a', 'b'),
});

const fullSpan: fc.Arbitrary<SpanPlan> = fc.record({
  at: anyPlace,
  service: fc.constantFrom('demo', 'demo', 'other'),
  operation: fc.constantFrom('a', 'b'),
  duration: fc.constantFrom(0, 1, 10, 11, 1000, 100_000_000_000),
  kind: fc.constantFrom('internal', 'server', 'unspecified'),
  isError: fc.boolean(),
  attributes,
  resource: attributes,
  events: fc.array(fc.record({ name: fc.constantFrom('', 'drawn', '凶'), attributes }), { maxLength: 2 }),
});

const tracesOf = (span: fc.Arbitrary<SpanPlan>, spans: number, most: number) =>
  fc
    .array(fc.array(span, { minLength: 1, maxLength: spans, size: 'max' }), { maxLength: most, size: 'max' })
    .map((plans) => plans.map((plan, number) => plannedTrace(number, plan)));

const bounds = fc.tuple(anyPlace, anyPlace).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const hints = fc.array(fc.option(fc.constantFrom(1, 1000, 3000, 20_000, 100_000_000), { nil: undefined }), {
  minLength: 1,
  maxLength: 4,
});
const duration = fc.option(fc.constantFrom(0, 1, 10, 11, 1000), { nil: undefined });

const filters = fc
  .record({
    operation: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    tags: fc.uniqueArray(fc.constantFrom(...CONDITIONS), { maxLength: 3, selector: ({ key }) => key }),
    minDuration: duration,
    maxDuration: duration,
  })
  .filter(
    ({ minDuration, maxDuration }) =>
      minDuration === undefined || maxDuration === undefined || minDuration <= maxDuration,
  );

const limits = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 }));

/** What a search means, said as plainly as possible. */
function isMeant(trace: Trace, search: TraceSearch, from: number, to: number): boolean {
  const { service, operation, tags, minDuration = 0, maxDuration = Number.POSITIVE_INFINITY } = search;
  return trace.spans.some((span) => {
    const start = trace.start + span.start;
    return (
      trace.resources[span.resource]?.service === service &&
      (operation === undefined || span.operation === operation) &&
      start >= from &&
      start <= to &&
      span.duration >= minDuration &&
      span.duration <= maxDuration &&
      hasTagConditions(trace, span, tags)
    );
  });
}

async function expectHonest(
  kind: StorageKind,
  traces: readonly Trace[],
  search: TraceSearch,
  windows: readonly (number | undefined)[],
  ignoresTags = false,
): Promise<void> {
  const client = fakeStorage(kind, traces, { ignoresTags });
  const { infos, tables } = await walkSlices(client, search, {
    windowOf: (slice, before) => (slice % 2 === 0 ? windows[slice % windows.length] : before?.nextWindow),
  });
  // The slices stand side by side and cover the range.
  expect(infos[0]?.end).toBe(search.end);
  expect(infos.at(-1)?.start).toBe(search.start);
  expect(infos.slice(1).map((info) => info.end)).toEqual(infos.slice(0, -1).map((info) => info.start - 1));
  const spansOf = new Map(traces.map((trace) => [trace.id, trace.spans.length]));
  infos.forEach(({ start, end, state }, slice) => {
    const table = tables[slice]!;
    const found = new Set(table.traceIds);
    // Cut only where nothing shorter can be asked for.
    if (state === 'cut') expect(end - start).toBeLessThan(SMALLEST_WINDOW);
    // Once in each slice, whole, and only what is meant within it.
    expect(found.size).toBe(table.traceCount);
    const whole = table.traceIds.map((_, row) => table.firstSpan[row + 1]! - table.firstSpan[row]!);
    expect(whole).toEqual(table.traceIds.map((id) => spansOf.get(id)));
    for (const trace of traces) {
      const isAsked = isMeant(trace, search, start, end);
      if (found.has(trace.id)) expect(isAsked).toBe(true);
      else if (isAsked) expect(state).toBe('cut');
    }
  });
}

const RUNS = 3000;

describe('the slices of a range', () => {
  it.each(STORAGE_KINDS)(
    'hold each trace of a service, or say that they are cut: %s',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(tracesOf(bareSpan, 4, 30), tracesOf(bareSpan, 14, 12)),
          bounds,
          limits,
          hints,
          async (traces, [from, to], limit, windows) => {
            await expectHonest(kind, traces, plannedSearch(from, to, limit), windows);
          },
        ),
        { numRuns: RUNS },
      );
    },
    60_000,
  );

  it.each(STORAGE_KINDS)(
    'hold each trace that the filters mean, or say that they are cut: %s',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(tracesOf(fullSpan, 3, 14), tracesOf(fullSpan, 12, 5)),
          bounds,
          limits,
          hints,
          filters,
          fc.boolean(),
          async (traces, [from, to], limit, windows, more, ignoresTags) => {
            await expectHonest(kind, traces, plannedSearch(from, to, limit, more), windows, ignoresTags);
          },
        ),
        { numRuns: RUNS },
      );
    },
    60_000,
  );
});
