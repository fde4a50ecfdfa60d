import { describe, expect, it } from 'vitest';
import { unixMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { dependsOnStorage, sentSearch } from './sent-search.ts';

const SEARCH: TraceSearch = {
  service: 'demo',
  operation: undefined,
  start: unixMicros(0),
  end: unixMicros(1000),
  limit: 20,
  tags: [
    { key: 'error', value: 'true' },
    { key: 'omikuji', value: '凶' },
    { key: 'region', value: '福岡' },
  ],
  minDuration: 5,
  maxDuration: 10,
};

describe('sentSearch', () => {
  it('sends all that means the same everywhere but on Cassandra, where it is not Cassandra', () => {
    expect(sentSearch(SEARCH, true)).toEqual({ ...SEARCH, tags: SEARCH.tags.slice(1), maxDuration: 11 });
  });

  it.each([undefined, false])('sends one tag and no duration where the storage counts ends: %s', (countsEnds) => {
    const sent = { ...SEARCH, tags: SEARCH.tags.slice(1, 2), minDuration: undefined, maxDuration: undefined };
    expect(sentSearch(SEARCH, countsEnds)).toEqual(sent);
  });

  it('sends no tag beside an operation where it may be Cassandra', () => {
    expect(sentSearch({ ...SEARCH, operation: '/x' }, undefined).tags).toEqual([]);
    expect(sentSearch({ ...SEARCH, operation: '/x' }, true).tags).toHaveLength(2);
  });

  it('sends a maximum with every minimum, and no maximum alone', () => {
    expect(sentSearch({ ...SEARCH, maxDuration: undefined }, true)).toMatchObject({
      minDuration: 5,
      maxDuration: Number.MAX_SAFE_INTEGER,
    });
    expect(sentSearch({ ...SEARCH, minDuration: undefined }, true).maxDuration).toBeUndefined();
    expect(sentSearch({ ...SEARCH, minDuration: 0 }, true).maxDuration).toBeUndefined();
    expect(sentSearch({ ...SEARCH, maxDuration: Number.MAX_SAFE_INTEGER }, true).maxDuration).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });
});

describe('dependsOnStorage', () => {
  const bare = { ...SEARCH, tags: [], minDuration: undefined, maxDuration: undefined };
  it.each([
    ['nothing asked', bare, false],
    ['one tag', { ...bare, tags: SEARCH.tags.slice(0, 2) }, false],
    ['one tag of an operation', { ...bare, tags: SEARCH.tags.slice(0, 2), operation: '/x' }, true],
    ['a tag that is never sent', { ...bare, tags: SEARCH.tags.slice(0, 1), operation: '/x' }, false],
    ['two tags', { ...bare, tags: SEARCH.tags }, true],
    ['a shortest duration', { ...bare, minDuration: 5 }, true],
    ['a longest duration', { ...bare, maxDuration: 5 }, false],
  ])('is so for %s: %#', (_, search, expected) => {
    expect(dependsOnStorage(search)).toBe(expected);
  });
});
