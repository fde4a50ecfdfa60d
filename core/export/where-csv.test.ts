import { describe, expect, it } from 'vitest';
import { where } from '../analysis/where/where.ts';
import { tableFromDrawings } from '../testing/table-from-drawings.ts';
import { whereCsv } from './where-csv.ts';

describe('whereCsv', () => {
  const answer = where(
    tableFromDrawings(`
      shop /cart  |==========|
        db SELECT | ======== |

      shop /cart  |====      |
        cache GET | ==       |
    `),
    Int32Array.of(0),
    Int32Array.of(1),
  )!;

  it('writes a record per path with its state, and leaves open ends empty', () => {
    expect(whereCsv(answer)).toBe(
      [
        'path,service,operation,depth,state,mean_a_us,mean_b_us,delta_us,delta_low_us,delta_high_us,more_calls_us,slower_calls_us,calls_a,calls_b',
        'shop /cart,shop,/cart,0,both,2,2,0,,,0,0,1,1',
        'shop /cart › db SELECT,db,SELECT,1,only-in-a,8,0,8,,,8,0,1,0',
        'shop /cart › cache GET,cache,GET,1,gone,0,2,-2,,,-2,0,0,1',
        '',
      ].join('\r\n'),
    );
  });

  it('adds up to the difference of the roots', () => {
    const [, ...records] = whereCsv(answer).trimEnd().split('\r\n');
    expect(records.reduce((sum, record) => sum + Number(record.split(',')[7]), 0)).toBe(answer.total.value);
  });
});
