import { describe, expect, it } from 'vitest';
import { valueGroup } from '#core/analysis/group.ts';
import { explorePath, tracePath } from './routes.ts';
import { DEFAULT_STATE, stateFromSearch } from './url-state.ts';

const omikuji = { scope: 'event', key: 'omikuji' } as const;

describe('the address of Explore', () => {
  it('is the root where everything is at its default', () => {
    expect(explorePath(DEFAULT_STATE)).toBe('/');
  });

  it('carries the state in its query', () => {
    expect(explorePath({ ...DEFAULT_STATE, service: 'a b&c' })).toBe('/?service=a+b%26c');
  });
});

describe('the address of a trace', () => {
  it('says what to mark in it, and nothing of Explore', () => {
    expect(tracePath('abc', {})).toBe('/trace/abc');
    const path = tracePath('abc', { key: omikuji, highlight: valueGroup('凶&x=1') });
    const [pathname, search] = path.split('?');
    expect(pathname).toBe('/trace/abc');
    expect(stateFromSearch(search!)).toEqual({ ...DEFAULT_STATE, key: omikuji, highlight: valueGroup('凶&x=1') });
  });

  it('stays one, whatever the id', () => {
    expect(tracePath('../x?y#z', {})).toBe('/trace/..%2Fx%3Fy%23z');
  });
});
