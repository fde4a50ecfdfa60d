import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/table-from-drawings.ts';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import { SpanTableBuilder } from './span-table-builder.ts';

const emptier = traceFromDrawing('demo /handler |==|');
const fuller = traceFromDrawing(`
  demo /handler    |=====|
    demo /omikuji  | === |
`);
const other = traceFromDrawing('demo /other |=|', { traceId: 'b'.repeat(32) });

describe('a span table builder', () => {
  it('tells the row of the fullest version of a trace', () => {
    const builder = new SpanTableBuilder();
    expect(builder.rowOfTrace(emptier.id)).toBe(-1);
    builder.appendTrace(emptier);
    expect(builder.rowOfTrace(emptier.id)).toBe(0);
    builder.appendTrace(other);
    builder.appendTrace(fuller);
    expect(builder.rowOfTrace(emptier.id)).toBe(2);
    expect(builder.rowOfTrace(other.id)).toBe(1);
  });

  it('takes over what is not superseded in another table', () => {
    const builder = new SpanTableBuilder();
    expect(builder.appendTable(tableOf([emptier, other, fuller]))).toBe(2);
    const { traceIds, isSuperseded, firstSpan } = builder.table();
    expect(traceIds).toEqual([other.id, fuller.id]);
    expect(Array.from(isSuperseded)).toEqual([0, 0]);
    expect(Array.from(firstSpan)).toEqual([0, 1, 3]);
  });

  it('leaves a table that it gave out as it is while it grows', () => {
    const builder = new SpanTableBuilder();
    builder.appendTrace(other);
    const before = builder.table();
    builder.appendTrace(fuller);
    expect(before).toMatchObject({ revision: 1, traceCount: 1, spanCount: 1 });
    expect(before.spanDuration).toHaveLength(1);
    expect(builder.table()).toMatchObject({ revision: 2, traceCount: 2, spanCount: 3 });
  });
});
