import { describe, expect, it } from 'vitest';
import { drawnStart, tableFromDrawings } from '../testing/table-from-drawings.ts';
import { unixMicros } from '../units.ts';
import { prepareRows, rememberRows } from './prepared-rows.ts';

const ALL = { from: unixMicros(0), to: unixMicros(Number.MAX_SAFE_INTEGER) };
const drawing = 'demo /a {user=1} |==|\n\ndemo /b {color=red} |==|';
const table = tableFromDrawings(drawing);

describe('the rows of a range', () => {
  it('are those that start in it, in the order of time, with their keys', () => {
    const later = { ...table, traceStart: Float64Array.of(drawnStart(1), drawnStart(0)) };
    expect([...prepareRows(later, ALL).rows]).toEqual([1, 0]);
    const one = prepareRows(table, { from: drawnStart(1), to: drawnStart(1) });
    expect([...one.rows]).toEqual([1]);
    expect(one.keys.map(({ key }) => key.key)).toEqual(['color']);
  });

  it('are remembered for the same range of the same state of the same table, and for nothing else', () => {
    const prepare = rememberRows();
    const first = prepare(table, ALL);
    expect(prepare({ ...table }, { ...ALL })).toBe(first);
    const grown = prepare({ ...table, revision: table.revision + 1 }, ALL);
    expect(grown).not.toBe(first);
    expect(prepare(table, { ...ALL, to: drawnStart(1) })).not.toBe(grown);
    expect(prepare(tableFromDrawings(drawing), ALL)).not.toBe(first);
  });
});
