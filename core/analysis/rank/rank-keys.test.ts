import { describe, expect, it } from 'vitest';
import type { SpanTable } from '../../spans/span-table.ts';
import { demoTraces } from '../../testing/demo-traces.ts';
import { tableOf } from '../../testing/table-from-drawings.ts';
import { buildTrace } from '../../trace/build-trace.ts';
import type { Attribute } from '../../trace/trace.ts';
import { addMicros, unixMicros } from '../../units.ts';
import { traceLatencies } from '../trace-latencies.ts';
import { rankKeys } from './rank-keys.ts';
import type { RankedKey } from './ranked-key.ts';

const START = unixMicros(1_795_424_400_000_000);
const CONTEXT = { from: START, to: addMicros(START, 1_000_000), minutesEastOfUtc: 0 };

function rank(table: SpanTable): readonly RankedKey[] {
  const rows = Int32Array.from({ length: table.traceCount }, (_, row) => row);
  return rankKeys(table, rows, traceLatencies(table, 'root', undefined), CONTEXT);
}

/** Traces of one span each, of which a number is the latency and a record the tags. */
function tableOfTags(
  traces: readonly (readonly [latency: number, tags: Readonly<Record<string, string>>])[],
): SpanTable {
  return tableOf(
    traces.map(([latency, tags], index) => {
      const start = addMicros(START, index * 1000);
      const attributes = Object.entries(tags).map(([key, value]): Attribute => ({ key, type: 'string', value }));
      return buildTrace(String(index + 1).padStart(32, '0'), [
        {
          id: String(index + 1).padStart(16, '0'),
          parentId: '',
          resource: { service: 'demo', attributes: [] },
          operation: '/a',
          kind: 'server',
          start,
          end: addMicros(start, latency),
          isError: false,
          attributes,
          events: [],
          links: [],
          warnings: [],
        },
      ]);
    }),
  );
}

const keyOf = (ranking: readonly RankedKey[], key: string): RankedKey | undefined =>
  ranking.find((ranked) => ranked.key.key === key);
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

describe('rankKeys', () => {
  it('tells a key that is on the traces of one value alone by that value', () => {
    const lots = ['a', 'a', 'b', 'b', 'c', 'c'] as const;
    const tagsOf = (i: number): Readonly<Record<string, string>> => {
      const lot = lots[i % lots.length]!;
      return lot === 'a' ? { lot, fine: 'paid' } : { lot };
    };
    const ranking = rank(tableOfTags(upTo(60).map((i) => [100 + i, tagsOf(i)] as const)));
    expect(keyOf(ranking, 'fine')?.sameTraces).toEqual({ key: { scope: 'tag', key: 'lot' }, value: 'a', traces: 20 });
    expect(keyOf(ranking, 'lot')?.sameTraces).toBeUndefined();
  });

  it('puts omikuji first in the demo, and its message into it', () => {
    const [first] = rank(tableOf(demoTraces({ seed: 3, traces: 300 })));
    expect(first?.key).toEqual({ scope: 'event', key: 'omikuji' });
    expect(first?.aliases).toContainEqual({ scope: 'event', key: 'event' });
    expect(first?.explained).toBeGreaterThan(0.4);
    expect(first?.pAdjusted).toBeLessThan(1e-10);
  });

  it('counts being absent as a value', () => {
    const warm = upTo(20).map((i): [number, Record<string, string>] => [100 + i, {}]);
    const slow = upTo(20).map((i): [number, Record<string, string>] => [1000 + i, { cold: 'true' }]);
    const ranking = rank(tableOfTags([...warm, ...slow]));
    const cold = keyOf(ranking, 'cold');
    expect(cold).toMatchObject({ traces: 20, values: 1, setAside: undefined });
    expect(cold?.explained).toBeCloseTo(cold?.most ?? 0, 10);
  });

  it('sets aside what has one value, and ids', () => {
    const ranking = rank(tableOfTags(upTo(40).map((i) => [i, { host: 'a', id: `x${i}`, side: String(i % 2) }])));
    expect(keyOf(ranking, 'host')?.setAside).toBe('one-value');
    expect(keyOf(ranking, 'id')?.setAside).toBe('unique-values');
    expect(keyOf(ranking, 'side')?.setAside).toBeUndefined();
    expect(ranking.findIndex(({ setAside }) => setAside !== undefined)).toBeGreaterThan(
      ranking.findLastIndex(({ setAside }) => setAside === undefined),
    );
  });

  it('gives numbers a direction', () => {
    const sizes = upTo(60).map((i): [number, Record<string, string>] => [
      1000 + 10 * (i % 6),
      { items: String(i % 6) },
    ]);
    expect(keyOf(rank(tableOfTags(sizes)), 'items')?.direction).toMatchObject({ rho: 1, n: 60 });
    const falling = sizes.map(([latency, tags]): [number, Record<string, string>] => [5000 - latency, tags]);
    expect(keyOf(rank(tableOfTags(falling)), 'items')?.direction?.rho).toBe(-1);
  });

  it.each([
    [2, undefined],
    [3, 1],
  ])('gives %i numbers the direction %s: two have no order to speak of', (values, rho) => {
    const traces = upTo(60).map((i): [number, Record<string, string>] => [
      1000 + 10 * (i % values),
      { items: String(i % values) },
    ]);
    expect(keyOf(rank(tableOfTags(traces)), 'items')?.direction?.rho).toBe(rho);
  });

  it.each([
    [20, false],
    [21, true],
  ])('takes a number of %i values as a quantity: %s', (values, isQuantity) => {
    const traces = upTo(210).map((i): [number, Record<string, string>] => [
      1000 + ((i * 37) % 211),
      { bytes: String(i % values) },
    ]);
    const bytes = keyOf(rank(tableOfTags(traces)), 'bytes');
    expect(bytes?.most === 1).toBe(isQuantity);
    expect(bytes?.explained === (bytes?.direction?.rho ?? 0) ** 2).toBe(isQuantity);
  });

  it('takes a number of many values as a quantity', () => {
    const ranking = rank(tableOfTags(upTo(100).map((i) => [1000 + i, { bytes: String(i % 50) }])));
    const bytes = keyOf(ranking, 'bytes');
    expect(bytes?.most).toBe(1);
    expect(bytes?.explained).toBeCloseTo((bytes?.direction?.rho ?? 0) ** 2, 12);
  });

  it('knows what traces are without annotations', () => {
    const ranking = rank(tableOf(demoTraces({ seed: 3, traces: 50 })));
    const derived = ranking.flatMap(({ key, aliases }) => [key, ...aliases]).filter(({ scope }) => scope === 'trace');
    expect(derived.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['root', 'spans', 'error', 'services', 'hour', 'half']),
    );
  });

  it.each([
    [1, 1, true],
    [2, 2, true],
    [3, 3, true],
    [5, 6, true],
    [5, 100, true],
    [6, 6, false],
    [6, 100, false],
  ])('of %d traces with a value and %d without it says too few: %s', (slow, rest, isTooFew) => {
    const tagsOf = (i: number): Readonly<Record<string, string>> => (i < slow ? { cold: 'yes' } : {});
    const traces = upTo(slow + rest).map((i) => [i < slow ? 1000 + i : 100 + i, tagsOf(i)] as const);
    const cold = keyOf(rank(tableOfTags(traces)), 'cold');
    expect(cold).toMatchObject({ setAside: undefined, isTooFew });
  });

  it('measures many small groups by what stands beside the largest', () => {
    const ofEach = (n: number) => rank(tableOfTags(upTo(n).map((i) => [100 * (i % 4) + i, { shard: String(i % 4) }])));
    expect(keyOf(ofEach(11), 'shard')?.isTooFew).toBe(true);
    expect(keyOf(ofEach(12), 'shard')?.isTooFew).toBe(false);
  });

  it('puts what has too few traces behind what can be said, whatever it seems to explain', () => {
    const traces = upTo(40).map((i): [number, Record<string, string>] => [
      i < 5 ? 9000 + i : 100 + ((i * 7) % 40),
      { few: String(i < 5), side: String(i % 2) },
    ]);
    const names = rank(tableOfTags(traces)).map(({ key }) => key.key);
    expect(names.indexOf('side')).toBeLessThan(names.indexOf('few'));
  });

  it('has nothing to rank without traces', () => {
    expect(rank(tableOf([]))).toEqual([]);
  });
});
