import { describe, expect, it } from 'vitest';
import { addMicros, DAY, HOUR, SECOND } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault, type JaegerFaultCode } from '../jaeger-fault.ts';
import { fakeStorage } from '../testing/fake-storage.ts';
import { NOON, plannedSearch, plannedTrace, tracesEverySecond } from '../testing/planned-traces.ts';
import { walkSlices } from '../testing/walk-slices.ts';
import { readSlice } from './read-slice.ts';
import type { SliceOptions } from './slice-reader.ts';
import { StorageKnowledge } from './storage-knowledge.ts';

function read(client: JaegerClient, search: TraceSearch, options: Partial<SliceOptions> = {}) {
  return readSlice(client, search, {
    storage: new StorageKnowledge(),
    signal: new AbortController().signal,
    ...options,
  });
}

function knowing(countsEnds: boolean): StorageKnowledge {
  const storage = new StorageKnowledge();
  storage.countsEnds = countsEnds;
  return storage;
}

const KYO = { key: 'omikuji', value: '凶' };

/** Every third of `count` traces has 凶, each on its second span, which takes a millisecond. */
function draws(count: number) {
  return Array.from({ length: count }, (_, number) =>
    plannedTrace(number, [
      { at: number * SECOND },
      {
        at: number * SECOND + 1,
        duration: 1000,
        events: [
          { name: 'drawn', attributes: [{ key: 'omikuji', type: 'string', value: number % 3 === 0 ? '凶' : '吉' }] },
        ],
      },
    ]),
  );
}

describe('readSlice', () => {
  it('takes the whole range in one request where it fits', async () => {
    const { info, table } = await read(
      fakeStorage('memory', tracesEverySecond(10)),
      plannedSearch(0, 10 * SECOND, 100),
    );
    expect(info).toEqual({
      version: 2,
      nextWindow: 80_000_008,
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
    const traces = [0, 999, 1000, 2000, 2001].map((at, number) => plannedTrace(number, [{ at }]));
    const client = fakeStorage('memory', traces);
    const { table } = await read(client, plannedSearch(1000, 2000, 100));
    expect(client.searches[0]).toMatchObject({ start: NOON, end: NOON + 3000 });
    expect([...table.traceIds].sort()).toEqual([traces[2]?.id, traces[3]?.id]);
  });

  it('loses no span that starts between two microseconds', async () => {
    const client = fakeStorage('memory', [plannedTrace(1, [{ at: 999.5 }])]);
    expect((await read(client, plannedSearch(1000, 2000, 100))).info.traces).toBe(0);
    expect((await read(client, plannedSearch(0, 999, 100))).info.traces).toBe(1);
  });

  it('takes the newest part that fits, with the second request where the storage is known', async () => {
    for (const kind of ['memory', 'memory-v1', 'search-server'] as const) {
      const client = fakeStorage(kind, tracesEverySecond(1000));
      const search = plannedSearch(0, 1000 * SECOND, 100);
      const { info } = await read(client, search, { storage: knowing(true) });
      expect(info).toMatchObject({ state: 'complete', requests: 2, end: search.end });
      expect(info.traces).toBeGreaterThan(85);
    }
  });

  it('tries the window that it is given first, and no longer one than the range', async () => {
    const client = fakeStorage('memory', tracesEverySecond(1000));
    const search = plannedSearch(0, 1000 * SECOND, 100);
    expect((await read(client, search, { window: 50 * SECOND })).info).toMatchObject({
      start: search.end - 50 * SECOND + 1,
      requests: 1,
    });
    expect((await read(client, { ...search, limit: 1500 }, { window: DAY })).info.start).toBe(search.start);
  });

  it('asks once for a connection whether the storage is Cassandra', async () => {
    const client = fakeStorage('memory', tracesEverySecond(90, 20));
    const storage = new StorageKnowledge();
    const search = plannedSearch(0, 100 * SECOND, 100);
    expect((await read(client, search, { storage })).info).toMatchObject({
      state: 'complete',
      traces: 90,
      requests: 2,
    });
    expect(client.searches[1]).toMatchObject({ limit: 1 });
    expect(storage.countsEnds).toBe(true);
    expect((await read(client, search, { storage })).info).toMatchObject({
      state: 'complete',
      traces: 90,
      requests: 1,
    });
  });

  it('does not believe a page below the limit on Cassandra, which stops after 3 × limit rows', async () => {
    const traces = tracesEverySecond(50, 10);
    const search = plannedSearch(0, 60 * SECOND, 20);
    const storage = new StorageKnowledge();
    const { info } = await read(fakeStorage('cassandra', traces), search, { storage });
    expect(info.start).toBeGreaterThan(search.start);
    expect(storage.countsEnds).toBe(false);
    const all = await walkSlices(fakeStorage('cassandra', traces), search);
    expect(new Set(all.ids)).toEqual(new Set(traces.map((trace) => trace.id)));
    expect(all.infos.every((slice) => slice.state === 'complete')).toBe(true);
  });

  it('fits three times as much on Cassandra where the operation of the roots is asked for', async () => {
    const traces = tracesEverySecond(50, 10);
    const search = plannedSearch(0, 60 * SECOND, 60, { operation: 'op 0' });
    const { info } = await read(fakeStorage('cassandra', traces), search, { storage: knowing(false) });
    expect(info).toMatchObject({ state: 'complete', traces: 50, requests: 1 });
  });

  it('says so where more traces than the limit start within a millisecond', async () => {
    const traces = Array.from({ length: 30 }, (_, number) => plannedTrace(number, [{ at: 500 }]));
    const { info } = await read(fakeStorage('memory', traces), plannedSearch(0, 999, 20));
    expect(info).toMatchObject({ state: 'cut', traces: 20, start: NOON, end: NOON + 999 });
  });

  it('never asks for more than 30 days at once', async () => {
    const { info } = await read(fakeStorage('memory', []), plannedSearch(0, 90 * DAY, 20));
    expect(info).toMatchObject({ state: 'complete', start: NOON + 60 * DAY + 1, requests: 1 });
  });

  it('asks nothing once nobody waits for it', async () => {
    const traces = tracesEverySecond(100);
    const gone = AbortSignal.abort(new Error('gone'));
    const unasked = fakeStorage('memory', traces);
    await expect(read(unasked, plannedSearch(0, 100 * SECOND, 10), { signal: gone })).rejects.toThrow('gone');
    expect(unasked.searches).toHaveLength(0);

    const leaving = new AbortController();
    const storage = fakeStorage('memory', traces);
    const client: JaegerClient = {
      ...storage,
      async search(search, listener, signal) {
        const summary = await storage.search(search, listener, signal);
        leaving.abort(new Error('left'));
        return summary;
      },
    };
    const slice = read(client, plannedSearch(0, 100 * SECOND, 10), { signal: leaving.signal });
    await expect(slice).rejects.toThrow('left');
    expect(storage.searches).toHaveLength(1);
  });
});

describe('readSlice with filters', () => {
  it('lets Jaeger filter, and filters again', async () => {
    for (const kind of ['memory', 'memory-v1', 'search-server', 'cassandra'] as const) {
      const client = fakeStorage(kind, draws(90));
      const { info } = await read(client, plannedSearch(0, 100 * SECOND, 100, { tags: [KYO] }));
      expect(info).toMatchObject({ state: 'complete', traces: 30, bytes: 30, tagsBy: 'jaeger', requests: 1 });
      expect(info).not.toHaveProperty('durationsBy');
    }
  });

  it('filters here what means something else to some Jaeger', async () => {
    const traces = [true, false, true].map((isError, at) => plannedTrace(at, [{ at, isError }]));
    const client = fakeStorage('memory', traces);
    const { info } = await read(client, plannedSearch(0, 10, 100, { tags: [{ key: 'error', value: 'false' }] }));
    expect(info).toMatchObject({ traces: 1, bytes: 3, tagsBy: 'kuji', requests: 1 });
    expect(client.searches[0]?.tags).toEqual([]);
  });

  it('filters here where this Jaeger ignores tags', async () => {
    const client = fakeStorage('memory', draws(90), { ignoresTags: true });
    const { info } = await read(client, plannedSearch(0, 100 * SECOND, 100, { tags: [KYO] }));
    expect(info).toMatchObject({ traces: 30, bytes: 90, tagsBy: 'kuji' });
  });

  it('knows that Cassandra has read a row for each span where the tags were ignored', async () => {
    const traces = Array.from({ length: 50 }, (_, number) =>
      plannedTrace(
        number,
        Array.from({ length: 10 }, (_, span) => ({
          at: number * SECOND + span,
          attributes: span === 5 ? [{ key: 'omikuji', type: 'string', value: '凶' }] : [],
        })),
      ),
    );
    const client = fakeStorage('cassandra', traces, { ignoresTags: true });
    const { ids } = await walkSlices(client, plannedSearch(0, 60 * SECOND, 20, { tags: [KYO] }));
    expect(new Set(ids).size).toBe(50);
  });

  it('is complete by what came, not by what was kept', async () => {
    const client = fakeStorage('memory', draws(90), { ignoresTags: true });
    const { info } = await read(client, plannedSearch(0, 100 * SECOND, 40, { tags: [KYO] }));
    expect(info.start).toBeGreaterThan(NOON + 50 * SECOND);
    expect(info.traces).toBeLessThan(15);
  });

  it('finds out first, once, whether durations may be sent', async () => {
    const storage = new StorageKnowledge();
    const client = fakeStorage('search-server', draws(90));
    const search = plannedSearch(0, 100 * SECOND, 100, { minDuration: 500 });
    expect((await read(client, search, { storage })).info).toMatchObject({ durationsBy: 'jaeger', requests: 3 });
    expect(client.searches.map(({ limit, minDuration }) => [limit, minDuration])).toEqual([
      [1, undefined],
      [1, undefined],
      [100, 500],
    ]);
    expect((await read(client, search, { storage })).info).toMatchObject({ traces: 90, requests: 1 });
  });

  it('never sends Cassandra a duration, nor a tag beside an operation', async () => {
    const client = fakeStorage('cassandra', draws(90));
    const filters = { operation: 'op 1', tags: [KYO], minDuration: 1000, maxDuration: 1000 };
    const { info } = await read(client, plannedSearch(0, 100 * SECOND, 100, filters));
    expect(info).toMatchObject({ traces: 30, state: 'complete', tagsBy: 'kuji', durationsBy: 'kuji' });
    for (const sent of client.searches) expect(sent).toMatchObject({ tags: [], minDuration: undefined });
  });

  it('asks for one span with all, though Cassandra takes them from anywhere in a trace', async () => {
    const attribute = (key: string) => [{ key, type: 'string', value: 'x' } as const];
    const traces = [
      plannedTrace(0, [
        { at: 0, attributes: attribute('a') },
        { at: 1, attributes: attribute('b') },
      ]),
      plannedTrace(1, [{ at: 2, attributes: [...attribute('a'), ...attribute('b')] }]),
    ];
    const tags = ['a', 'b'].map((key) => ({ key, value: 'x' }));
    const { table } = await read(fakeStorage('cassandra', traces), plannedSearch(0, 10, 100, { tags }));
    expect([...table.traceIds]).toEqual([traces[1]?.id]);
  });
});

describe('readSlice where Jaeger fails', () => {
  it('narrows the window around a trace that Jaeger cannot write, then skips it and says so', async () => {
    const traces = tracesEverySecond(20);
    const bad = new Set([traces[7]?.id ?? '']);
    const client = fakeStorage('memory', traces, { unserialisable: bad });
    const { ids, infos, requests } = await walkSlices(client, plannedSearch(0, 20 * SECOND, 100));
    expect(new Set(ids)).toEqual(new Set(traces.filter((trace) => !bad.has(trace.id)).map((trace) => trace.id)));
    const problems = infos.flatMap((info) => info.problems);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(5);
    expect(requests).toBeLessThan(45);
  });

  it('tries shorter windows where a long one is refused', async () => {
    const client = fakeStorage('memory', tracesEverySecond(10), { longestWindow: HOUR });
    const search = plannedSearch(-DAY, 10 * SECOND, 100);
    const { info } = await read(client, search);
    expect(info).toMatchObject({ state: 'complete', traces: 10, requests: 3 });
    expect(info.nextWindow).toBe(info.end - info.start + 1);
  });

  it.each([
    ['jaeger-failed', [86_400, 10_800, 1350, 169]],
    ['jaeger-too-large', [86_400, 10_800, 1350, 169]],
    ['jaeger-timeout', [86_400, 10_800]],
  ] as const)('gives up in the end: %s', async (code, seconds) => {
    const { client, searches } = failing(code);
    await expect(read(client, plannedSearch(0, DAY, 100))).rejects.toMatchObject({ code });
    expect(searches.map(({ start, end }) => Math.round((end - start) / SECOND))).toEqual(seconds);
  });

  it('does not ask again where no other window would help', async () => {
    const { client, searches } = failing('jaeger-unreachable');
    await expect(read(client, plannedSearch(0, DAY, 100))).rejects.toMatchObject({ code: 'jaeger-unreachable' });
    expect(searches).toHaveLength(1);
  });

  it('does not skip a window for a trace that is not searched for', async () => {
    const traces = [
      plannedTrace(0, [{ at: 0, operation: 'asked', attributes: [{ key: 'a', type: 'string', value: 'x' }] }]),
      plannedTrace(1, [{ at: SECOND, operation: 'other' }]),
    ];
    const client = fakeStorage('memory', traces, { unserialisable: new Set([traces[1]?.id ?? '']) });
    const search = plannedSearch(0, 2 * SECOND, 100, { operation: 'asked', tags: [{ key: 'a', value: 'x' }] });
    expect((await read(client, search)).info).toMatchObject({
      state: 'complete',
      traces: 1,
      start: addMicros(NOON, 0),
    });
  });

  it('passes on what else goes wrong', async () => {
    const client = { ...fakeStorage('memory', []), search: () => Promise.reject(new Error('away')) };
    await expect(read(client, plannedSearch(0, 1, 1))).rejects.toThrow('away');
  });
});

function failing(code: JaegerFaultCode) {
  const searches: TraceSearch[] = [];
  const client: JaegerClient = {
    ...fakeStorage('memory', []),
    search: (search) => {
      searches.push(search);
      return Promise.reject(new JaegerFault(code, 'as always'));
    },
  };
  return { client, searches };
}
