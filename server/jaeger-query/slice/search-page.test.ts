import { describe, expect, it } from 'vitest';
import { SECOND } from '#core/units.ts';
import { plannedSearch, plannedTrace } from '../testing/planned-traces.ts';
import { SearchPage } from './search-page.ts';

const PART = plannedTrace(1, [{ at: SECOND }]);
const WHOLE = plannedTrace(1, [{ at: SECOND }, { at: SECOND + 5 }]);

function pageOf(...traces: readonly (typeof PART)[]): SearchPage {
  const search = plannedSearch(0, 10 * SECOND, 100);
  const page = new SearchPage(search, search, search);
  for (const trace of traces) page.add(trace);
  return page;
}

describe('a trace that comes twice in a page', () => {
  it.each([
    ['first in part', [PART, WHOLE]],
    ['first as a whole', [WHOLE, PART]],
    ['twice the same', [WHOLE, WHOLE]],
  ])('%s, is kept once, as full as it came', (_, traces) => {
    const page = pageOf(...traces);
    const table = page.table();
    expect({ traces: table.traceCount, spans: table.spanCount }).toEqual({ traces: 1, spans: 2 });
    expect([...table.isSuperseded]).toEqual([0]);
    expect(page.found.map(({ rows }) => rows)).toEqual([2]);
  });
});
