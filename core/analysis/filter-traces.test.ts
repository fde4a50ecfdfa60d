import { describe, expect, it } from 'vitest';
import { drawnStart, tableFromDrawings } from '../testing/table-from-drawings.ts';
import { addMicros, unixMicros } from '../units.ts';
import type { Box, Filter } from './explore-question.ts';
import { isOnKey, passesFilters } from './filter-traces.ts';
import { NONE, SEVERAL, valueGroup } from './group.ts';
import { traceLatencies } from './trace-latencies.ts';

const CONTEXT = { from: unixMicros(0), to: unixMicros(Number.MAX_SAFE_INTEGER), minutesEastOfUtc: 0 };

const omikuji = { scope: 'event', key: 'omikuji' } as const;
const user = { scope: 'tag', key: 'user' } as const;

const table = tableFromDrawings(`
  demo /handler {user=a} @1 {omikuji=凶}               |==|

  demo /handler {user=b} @1 {omikuji=凶}               |===|

  demo /handler {user=b}                               |====|

  demo /handler {user=c} @1 {omikuji=凶} @2 {omikuji=吉} |=====|
`);
const latencies = traceLatencies(table, 'root', undefined);
const everything: Box = { from: drawnStart(0), to: drawnStart(3), min: 2, max: 5 };

function passing(...filters: readonly Filter[]): readonly number[] {
  return [0, 1, 2, 3].filter(passesFilters(table, filters, latencies, CONTEXT));
}

describe('passesFilters', () => {
  it('lets everything pass without a filter', () => {
    expect(passing()).toEqual([0, 1, 2, 3]);
  });

  it('lets only the named groups pass, or all but them', () => {
    const groups = [valueGroup('凶'), NONE];
    expect(passing({ kind: 'groups', mode: 'include', key: omikuji, groups })).toEqual([0, 1, 2]);
    expect(passing({ kind: 'groups', mode: 'exclude', key: omikuji, groups })).toEqual([3]);
    expect(passing({ kind: 'groups', mode: 'include', key: omikuji, groups: [SEVERAL] })).toEqual([3]);
  });

  it('takes a group that no trace is in: nothing is let in, nothing is left out', () => {
    const groups = [valueGroup('大吉')];
    expect(passing({ kind: 'groups', mode: 'include', key: omikuji, groups })).toEqual([]);
    expect(passing({ kind: 'groups', mode: 'exclude', key: omikuji, groups })).toEqual([0, 1, 2, 3]);
  });

  it('lets a trace pass only if every filter does', () => {
    expect(
      passing(
        { kind: 'groups', mode: 'include', key: omikuji, groups: [valueGroup('凶')] },
        { kind: 'groups', mode: 'exclude', key: user, groups: [valueGroup('a')] },
      ),
    ).toEqual([1]);
  });

  it('counts all four ends of a box in, and what is beyond any of them out', () => {
    expect(passing({ kind: 'box', box: everything })).toEqual([0, 1, 2, 3]);
    expect(passing({ kind: 'box', box: { ...everything, from: addMicros(drawnStart(0), 1) } })).toEqual([1, 2, 3]);
    expect(passing({ kind: 'box', box: { ...everything, to: addMicros(drawnStart(3), -1) } })).toEqual([0, 1, 2]);
    expect(passing({ kind: 'box', box: { ...everything, min: 2.5 } })).toEqual([1, 2, 3]);
    expect(passing({ kind: 'box', box: { ...everything, max: 4.5 } })).toEqual([0, 1, 2]);
  });

  it('holds a trace without a latency to be in no box', () => {
    const test = passesFilters(
      table,
      [{ kind: 'box', box: everything }],
      new Float64Array(4).fill(Number.NaN),
      CONTEXT,
    );
    expect([0, 1, 2, 3].some(test)).toBe(false);
  });
});

describe('isOnKey', () => {
  it('is true for a filter on groups by this very key', () => {
    const filter: Filter = { kind: 'groups', mode: 'include', key: omikuji, groups: [] };
    expect(isOnKey(filter, { ...omikuji })).toBe(true);
    expect(isOnKey(filter, { ...omikuji, scope: 'tag' })).toBe(false);
    expect(isOnKey(filter, user)).toBe(false);
    expect(isOnKey(filter, undefined)).toBe(false);
    expect(isOnKey({ kind: 'box', box: everything }, omikuji)).toBe(false);
  });
});
