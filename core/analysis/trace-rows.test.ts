import { describe, expect, it } from 'vitest';
import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';
import { drawnStart, tableFromDrawings } from '../testing/table-from-drawings.ts';
import type { LatencyMeasure } from './explore-question.ts';
import { type Group, valueGroup } from './group.ts';
import type { TraceRow } from './trace-row.ts';
import { traceRows } from './trace-rows.ts';

const omikuji: AnnotationKey = { scope: 'event', key: 'omikuji' };

function rowOf(
  drawing: string,
  highlight: Group | undefined = valueGroup('凶'),
  key: AnnotationKey | undefined = omikuji,
): TraceRow {
  return traceRows(tableFromDrawings(drawing), [0], { key, highlight, measure: 'root' })[0]!;
}

/** Highlighted ones with a star. */
function chips({ chips: all }: TraceRow): readonly string[] {
  return all.map(({ key, value, isHighlight }) => `${key.scope}:${key.key}=${value}${isHighlight ? ' *' : ''}`);
}

describe('a row of the list', () => {
  it('says what the trace is', () => {
    const row = rowOf(`
      demo /handler {user=7}                          |==========|
        demo /omikuji !error @9 残念でした {omikuji=凶} | ======== |
      mail send                                       |        ====| [orphan]
    `);
    expect(row).toMatchObject({
      row: 0,
      id: '00000000000000000000000000000001',
      start: drawnStart(0),
      service: 'demo',
      operation: '/handler',
      latency: 10,
      extent: 12,
      spans: 3,
      errors: 1,
    });
  });

  it('comes in the order asked for, with the latency of the asked measure', () => {
    const table: SpanTable = tableFromDrawings(`
      demo /a        |=====|
        demo x @2 {omikuji=凶} | ==  |

      demo /b        |===|
    `);
    const ask = (measure: LatencyMeasure) =>
      traceRows(table, [1, 0], { key: omikuji, highlight: undefined, measure }).map(({ row, latency }) => [
        row,
        latency,
      ]);
    expect(ask('root')).toEqual([
      [1, 3],
      [0, 5],
    ]);
    expect(ask('span')).toEqual([
      [1, Number.NaN],
      [0, 2],
    ]);
  });

  it('highlights chips and marks by their own values', () => {
    const drawing = `
      demo /handler              |==========|
        demo one @2 {omikuji=凶} | ===      |
        demo two @7 {omikuji=吉} |     ===  |
    `;
    const row = rowOf(drawing);
    expect(chips(row)).toEqual(['event:omikuji=凶 *', 'event:omikuji=吉']);
    expect(row.marks).toEqual([
      { at: 2, isHighlight: true },
      { at: 7, isHighlight: false },
    ]);
  });

  it('shows the values of the key, then other attributes of events, then names of events, then tags of the carrier', () => {
    const row = rowOf(`
      demo /handler {user=7} @0 start {n=1}         |==========|
        demo /omikuji {die=6} @9 drawn {omikuji=凶} | ======== |
    `);
    expect(chips(row)).toEqual([
      'event:omikuji=凶 *',
      'event:n=1',
      'event:event=start',
      'event:event=drawn',
      'tag:die=6',
    ]);
  });

  it('shows tags of the root where no span carries the key, each annotation once', () => {
    const row = rowOf(`
      demo /handler {user=7} @0 retry @1 retry |==========|
        demo /omikuji {die=6}                  | ======== |
    `);
    expect(chips(row)).toEqual(['event:event=retry', 'tag:user=7']);
  });

  it('shows at most 8 chips; what comes again and again takes the room of nothing else', () => {
    const times = Array.from({ length: 12 }, (_, i) => i);
    const different = times.map((i) => `@${i} {n=${i}}`).join(' ');
    expect(chips(rowOf(`demo /handler ${different} |============|`))).toHaveLength(8);
    const again = times.map((i) => `@${i} retry {omikuji=凶}`).join(' ');
    expect(chips(rowOf(`demo /handler ${again} @12 {cause=timeout} |=============|`))).toEqual([
      'event:omikuji=凶 *',
      'event:cause=timeout',
      'event:event=retry',
    ]);
  });

  it('draws the root and the three longest spans that carry the key, each once', () => {
    const row = rowOf(`
      demo /handler                             |==========|
        demo a @1 {omikuji=凶}                  |==        |
        demo b @3 {omikuji=凶} @4 {omikuji=凶}  |  ====    |
        demo c @6 {omikuji=凶}                  |      :   |
        demo d @7 {omikuji=凶}                  |      === |
    `);
    expect(row.bars).toEqual([
      { start: 0, duration: 10, kind: 'root' },
      { start: 2, duration: 4, kind: 'carrier' },
      { start: 6, duration: 3, kind: 'carrier' },
      { start: 0, duration: 2, kind: 'carrier' },
    ]);
    expect(row.marks.map(({ at }) => at)).toEqual([1, 3, 4, 6, 7]);
  });

  it('has no marks for tags, and no carriers without a key', () => {
    const drawing = 'demo /handler {user=7} @1 {omikuji=凶} |===|';
    const byTag = rowOf(drawing, valueGroup('7'), { scope: 'tag', key: 'user' });
    expect(byTag).toMatchObject({ marks: [] });
    expect(chips(byTag)).toEqual(['tag:user=7 *', 'event:omikuji=凶']);
    const [byNothing] = traceRows(tableFromDrawings(drawing), [0], {
      key: undefined,
      highlight: undefined,
      measure: 'root',
    });
    expect(byNothing).toMatchObject({ marks: [], bars: [{ kind: 'root' }] });
    expect(chips(byNothing!)).toEqual(['event:omikuji=凶', 'tag:user=7']);
  });
});
