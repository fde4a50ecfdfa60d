import { describe, expect, it } from 'vitest';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { addMicros, MINUTE, type UnixMicros, unixMicros } from '#core/units.ts';
import type { JaegerClient } from '../jaeger-query/jaeger-client.ts';
import { JaegerFault } from '../jaeger-query/jaeger-fault.ts';
import { StorageKnowledge } from '../jaeger-query/slice/storage-knowledge.ts';
import { fakeStorage } from '../jaeger-query/testing/fake-storage.ts';
import { readRange } from './read-range.ts';

const START = unixMicros(1_795_424_400_000_000);
const END = addMicros(START, 20 * MINUTE);
const TRACES = demoTraces({ seed: 1, traces: 600, start: START });
const SEARCH = {
  service: 'demo',
  operation: undefined,
  start: START,
  end: END,
  limit: 100,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
};

const options = () => ({ storage: new StorageKnowledge(), signal: new AbortController().signal });

/** Fails for windows that reach back beyond an instant. */
function failingBefore(instant: UnixMicros): JaegerClient {
  const storage = fakeStorage('memory', TRACES);
  return {
    ...storage,
    search: async (search, listener, signal) => {
      if (search.start < instant) throw new JaegerFault('jaeger-failed', 'answers 500: shard 7 is away');
      return await storage.search(search, listener, signal);
    },
  };
}

describe('reading a range', () => {
  it('takes all slices, each once', async () => {
    const { table, slices, unread } = await readRange(fakeStorage('memory', TRACES), SEARCH, options());
    expect(table.traceCount).toBe(600);
    expect(slices.length).toBeGreaterThan(5);
    expect(slices.at(-1)?.start).toBe(START);
    expect(unread).toBeUndefined();
  });

  it('stops where it has as many spans as can be kept, and tells what it left', async () => {
    const { slices, unread } = await readRange(fakeStorage('memory', TRACES), SEARCH, { ...options(), mostSpans: 300 });
    const spans = slices.map((slice) => slice.spans);
    expect(spans.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBeLessThan(300);
    expect(unread).toEqual({ start: START, end: (slices.at(-1)?.start ?? 0) - 1, fault: undefined });
  });

  it('keeps what it has where Jaeger fails later', async () => {
    const middle = addMicros(START, 10 * MINUTE);
    const { table, slices, unread } = await readRange(failingBefore(middle), SEARCH, options());
    expect(table.traceCount).toBeGreaterThan(0);
    expect(unread).toMatchObject({
      start: START,
      end: (slices.at(-1)?.start ?? 0) - 1,
      fault: { code: 'jaeger-failed' },
    });
  });

  it('fails where Jaeger fails at once', async () => {
    await expect(readRange(failingBefore(END), SEARCH, options())).rejects.toThrow('shard 7 is away');
  });

  it('ends with the reason of the signal', async () => {
    const ending = new AbortController();
    const reading = readRange(fakeStorage('memory', TRACES), SEARCH, {
      ...options(),
      signal: ending.signal,
      onSlice: () => ending.abort(new Error('nobody waits')),
    });
    await expect(reading).rejects.toThrow('nobody waits');
  });
});
