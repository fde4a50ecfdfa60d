import { describe, expect, it } from 'vitest';
import { where } from '#core/analysis/where/where.ts';
import { tableFromDrawings } from '#core/testing/table-from-drawings.ts';
import { en } from '../../ui/words/en.ts';
import { ja, lateJa } from '../../ui/words/ja.ts';
import { lateEn } from '../../ui/words/late-en.ts';
import { whereMarkdown } from './where-markdown.ts';

const NAMES = { a: '凶', b: 'a|b' };

function answerOf(drawings: string) {
  return where(tableFromDrawings(drawings), Int32Array.of(0), Int32Array.of(1))!;
}

describe('whereMarkdown', () => {
  const answer = answerOf(`
    shop /cart  |==========|
      db SELECT | ======== |

    shop /cart  |====      |
      cache GET | ==       |
  `);

  it('has a line per row with its state, and the sum of all, and takes no name for markup', () => {
    const text = whereMarkdown(answer, NAMES, { ...en, late: lateEn }).replaceAll('\u202f', ' ');
    const lines = text.split('\n');
    expect(lines[0]).toContain('a\\|b');
    expect(lines).toContain('| shop /cart › db SELECT (only in 凶) | 8 µs | 0 µs | +8 µs | +8 µs | 0 µs | 1 / 0 |');
    expect(lines).toContain('| shop /cart › cache GET (gone) | 0 µs | 2 µs | −2 µs | −2 µs | 0 µs | 0 / 1 |');
    expect(lines.at(-1)).toBe('| **all rows together** |  |  | +6 µs |  |  |  |');
  });

  it('adds up the rows that are folded', () => {
    const [root, largest] = answer.rows;
    const small = Array.from({ length: 14 }, () => ({ ...largest!, delta: { ...largest!.delta, value: 0.001 } }));
    const many = { ...answer, rows: [root!, largest!, ...small], total: { ...answer.total, value: 8.014 } };
    expect(whereMarkdown(many, NAMES, { ...en, late: lateEn })).toMatch(/^\| the other 14 rows \|/m);
  });

  it('speaks Japanese', () => {
    expect(whereMarkdown(answer, NAMES, { ...ja, late: lateJa })).toContain('| **全行の合計** |');
  });
});
