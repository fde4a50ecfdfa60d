import { describe, expect, it } from 'vitest';
import { dayOfTraces, perfectRequests, RHYTHMS, searchOfDay } from '../testing/day-of-traces.ts';
import { fakeStorage } from '../testing/fake-storage.ts';
import { walkSlices } from '../testing/walk-slices.ts';

const TRACES = 100_000;
const LIMIT = 500;

describe('the slices of a day', () => {
  it.each(RHYTHMS)(
    'take at most half as many requests again as need be: %s',
    async (rhythm) => {
      const traces = dayOfTraces(rhythm, TRACES, 1);
      for (const kind of ['memory', 'cassandra'] as const) {
        const { ids, infos, requests } = await walkSlices(fakeStorage(kind, traces), searchOfDay(LIMIT));
        expect(new Set(ids).size).toBe(TRACES);
        expect(infos.every((info) => info.state === 'complete')).toBe(true);
        expect(requests / perfectRequests(kind, TRACES, 1, LIMIT)).toBeLessThan(1.5);
      }
    },
    30_000,
  );

  it('are few where little happened', async () => {
    const { requests } = await walkSlices(fakeStorage('memory', dayOfTraces('constant', 100, 2)), searchOfDay(LIMIT));
    expect(requests).toBe(1);
  });
});
