import { describe, expect, it } from 'vitest';
import { tableFromDrawings } from '../testing/table-from-drawings.ts';
import { extentOf, traceLatencies } from './trace-latencies.ts';

const omikuji = { scope: 'event', key: 'omikuji' } as const;

const table = tableFromDrawings(`
  demo /handler                          |==========|
    demo first @2 {omikuji=凶}           | ===      |
    demo second @9 {omikuji=凶}          |    ===== |
      db SELECT                          |     ==   |

  demo /handler                          |====      |
    mail send                            |   ====== |

  demo /handler                          |===       |
  mail send @5 {omikuji=吉}              |    :     | [orphan]
`);

describe('traceLatencies', () => {
  it('by root: the duration of the root span', () => {
    expect(Array.from(traceLatencies(table, 'root', omikuji))).toEqual([10, 4, 3]);
  });

  it('by extent: from the first start to the last end, whoever ends last', () => {
    expect(Array.from(traceLatencies(table, 'extent', omikuji))).toEqual([10, 9, 4]);
    expect(extentOf(table, 1)).toBe(9);
  });

  it('by span: the longest span that carries the key; none where no span does', () => {
    expect(Array.from(traceLatencies(table, 'span', omikuji))).toEqual([5, Number.NaN, 0]);
  });

  it('by self: what its children do not cover of the longest span that carries the key', () => {
    expect(Array.from(traceLatencies(table, 'self', omikuji))).toEqual([3, Number.NaN, 0]);
  });

  it('by span or self of a key that is not there, or of no key: none', () => {
    const none = [Number.NaN, Number.NaN, Number.NaN];
    expect(Array.from(traceLatencies(table, 'span', { scope: 'tag', key: 'omikuji' }))).toEqual(none);
    expect(Array.from(traceLatencies(table, 'self', undefined))).toEqual(none);
  });
});
