import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTraces } from '../testing/random-traces.ts';
import { tableFromDrawings, tableOf } from '../testing/table-from-drawings.ts';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import type { Sort, SortColumn } from './explore-question.ts';
import { errorsOf, sortTraces } from './sort-traces.ts';
import { traceLatencies } from './trace-latencies.ts';

const table = tableFromDrawings(`
  demo /b            |===|

  demo /a            |=====|
    demo x !error    | ==  |
    demo y !error    |   = |

  demo /a            |===|

  cart /z            |:|
    demo x           |:|
`);

const GROUP_RANKS = [2, 0, 0, 1];

function sorted(column: SortColumn, direction: Sort['direction']): readonly number[] {
  const keys = {
    latencies: traceLatencies(table, 'root', undefined),
    groupRank: (trace: number) => GROUP_RANKS[trace]!,
  };
  return Array.from(sortTraces(table, Int32Array.of(0, 1, 2, 3), { column, direction }, keys));
}

describe('sortTraces', () => {
  it.each<[SortColumn, Sort['direction'], readonly number[]]>([
    ['time', 'ascending', [0, 1, 2, 3]],
    ['time', 'descending', [3, 2, 1, 0]],
    ['duration', 'ascending', [3, 2, 0, 1]],
    ['duration', 'descending', [1, 2, 0, 3]],
    ['spans', 'ascending', [2, 0, 3, 1]],
    ['spans', 'descending', [1, 3, 2, 0]],
    ['errors', 'ascending', [3, 2, 0, 1]],
    ['errors', 'descending', [1, 3, 2, 0]],
    ['group', 'ascending', [2, 1, 3, 0]],
    ['group', 'descending', [0, 3, 2, 1]],
    ['root', 'ascending', [3, 2, 1, 0]],
    ['root', 'descending', [0, 2, 1, 3]],
  ])('by %s, %s; between equals the newest is first', (column, direction, order) => {
    expect(sorted(column, direction)).toEqual(order);
  });

  it('tells traces of one instant apart by their ids, in either direction', () => {
    const same = tableOf(['3', '1', '2'].map((id) => traceFromDrawing('demo /a |==|', { traceId: id.repeat(32) })));
    const keys = { latencies: traceLatencies(same, 'root', undefined), groupRank: () => 0 };
    for (const direction of ['ascending', 'descending'] as const) {
      const order = sortTraces(same, Int32Array.of(0, 1, 2), { column: 'time', direction }, keys);
      expect(Array.from(order)).toEqual([1, 2, 0]);
    }
  });

  it('leaves the rows it was given as they are, and gives each of them once, whatever their order', () => {
    const random = tableOf(randomTraces({ seed: 3, traces: 12, spansPerTrace: 4 }));
    const keys = { latencies: traceLatencies(random, 'root', undefined), groupRank: (trace: number) => trace % 3 };
    const allRows = Array.from({ length: 12 }, (_, row) => row);
    const columns: readonly SortColumn[] = ['time', 'root', 'duration', 'spans', 'errors', 'group'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(allRows, { minLength: 12 }),
        fc.constantFrom(...columns),
        fc.constantFrom('ascending' as const, 'descending' as const),
        (shuffled, column, direction) => {
          const rows = Int32Array.from(shuffled);
          const order = sortTraces(random, rows, { column, direction }, keys);
          expect(Array.from(rows)).toEqual(shuffled);
          expect(order.slice().sort()).toEqual(Int32Array.from(allRows));
          expect(order).toEqual(sortTraces(random, Int32Array.from(allRows), { column, direction }, keys));
        },
      ),
    );
  });
});

describe('errorsOf', () => {
  it('counts the spans that are marked as errors', () => {
    expect([0, 1, 2, 3].map((trace) => errorsOf(table, trace))).toEqual([0, 2, 0, 0]);
  });
});
