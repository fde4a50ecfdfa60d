import { describe, expect, it } from 'vitest';
import type { KeySummary } from './explore-answer.ts';
import { defaultHighlight, defaultKey } from './explore-defaults.ts';
import { type Group, NONE, SEVERAL, valueGroup } from './group.ts';

function summary(key: string, setAside?: KeySummary['setAside']): KeySummary {
  return { key: { scope: 'tag', key }, traces: 10, values: 2, setAside };
}

function row(group: Group, n: number, p50: number): Parameters<typeof defaultHighlight>[1][number] {
  return { group, n, p50: { value: p50, low: undefined, high: undefined } };
}

describe('the default key', () => {
  it('is omikuji where it is, though it were set aside', () => {
    expect(defaultKey([summary('a'), summary('omikuji', 'one-value')])?.key).toBe('omikuji');
  });

  it('is else the first that is worth grouping by, else the first, else none', () => {
    expect(defaultKey([summary('a', 'one-value'), summary('b')])?.key).toBe('b');
    expect(defaultKey([summary('a', 'one-value'), summary('b', 'unique-values')])?.key).toBe('a');
    expect(defaultKey([])).toBeUndefined();
  });
});

describe('the default highlight', () => {
  const omikuji = { scope: 'event', key: 'omikuji' } as const;
  const user = { scope: 'tag', key: 'user' } as const;

  it('is 凶 by omikuji, though no trace drew it', () => {
    expect(defaultHighlight(omikuji, [row(valueGroup('大吉'), 100, 9)])).toEqual(valueGroup('凶'));
  });

  it('is 凶 where it occurs by another key', () => {
    expect(defaultHighlight(user, [row(valueGroup('吉'), 100, 9), row(valueGroup('凶'), 1, 1)])).toEqual(
      valueGroup('凶'),
    );
  });

  it('is else the slowest by median of the groups of 6 traces or more', () => {
    const rows = [row(valueGroup('a'), 6, 10), row(valueGroup('b'), 7, 20), row(valueGroup('c'), 5, 30)];
    expect(defaultHighlight(user, rows)).toEqual(valueGroup('b'));
  });

  it('is of those that are equally slow the one with more traces, then the first by name, in whatever order they come', () => {
    const rows = [row(valueGroup('a'), 9, 10), row(valueGroup('b'), 9, 20), row(valueGroup('c'), 9, 20)];
    expect(defaultHighlight(user, rows)).toEqual(valueGroup('b'));
    expect(defaultHighlight(user, rows.toReversed())).toEqual(valueGroup('b'));
    expect(defaultHighlight(user, [...rows, row(valueGroup('d'), 10, 20)])).toEqual(valueGroup('d'));
  });

  it('may be (several), and is never (none)', () => {
    const rows = [row(valueGroup('a'), 9, 10), row(SEVERAL, 9, 20), row(NONE, 9, 30)];
    expect(defaultHighlight(user, rows)).toEqual(SEVERAL);
  });

  it('is the slowest of all where none has 6 traces: there are groups to compare, only too few traces', () => {
    const rows = [row(valueGroup('a'), 1, 10), row(valueGroup('b'), 2, 20), row(NONE, 50, 30)];
    expect(defaultHighlight(user, rows)).toEqual(valueGroup('b'));
  });

  it('is none where no trace carries the key', () => {
    expect(defaultHighlight(user, [row(NONE, 9, 10)])).toBeUndefined();
    expect(defaultHighlight(undefined, [])).toBeUndefined();
  });
});
