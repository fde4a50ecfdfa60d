import { describe, expect, it } from 'vitest';
import type { GroupRow } from '../analysis/explore-answer.ts';
import { type Group, NONE, SEVERAL, sideGroup, valueGroup } from '../analysis/group.ts';
import { valuesCsv } from './values-csv.ts';

function row(group: Group, patch: Partial<GroupRow> = {}): GroupRow {
  return {
    group,
    isHighlight: false,
    isIncluded: true,
    n: 167,
    share: 0.334,
    p50: { value: 61, low: 56, high: 68 },
    p95: { value: 164, low: 139, high: 356 },
    p99: { value: 738, low: 219, high: undefined },
    shift: { value: -2, low: -9, high: 5 },
    verdict: 'no-difference',
    latencies: new Float64Array(0),
    ...patch,
  };
}

const HEADER =
  'value,kind,is_highlight,is_included,n,share,p50_us,p50_low_us,p50_high_us,p95_us,p95_low_us,p95_high_us,' +
  'p99_us,p99_low_us,p99_high_us,shift_us,shift_low_us,shift_high_us,verdict';

function recordsOf(groups: readonly GroupRow[]): readonly string[] {
  const [header, ...records] = valuesCsv({ groups }).split('\r\n');
  expect(header).toBe(HEADER);
  expect(records.pop()).toBe('');
  return records;
}

describe('valuesCsv', () => {
  it('writes a record per group, numbers in full and open ends empty', () => {
    expect(
      recordsOf([
        row(valueGroup('凶'), {
          isHighlight: true,
          n: 84,
          share: 84 / 500,
          p50: { value: 1_001_204.5, low: 1_001_000, high: 1_002_000 },
          verdict: 'clearly-slower',
        }),
        row(valueGroup('吉')),
      ]),
    ).toEqual([
      '凶,value,true,true,84,0.168,1001204.5,1001000,1002000,164,139,356,738,219,,-2,-9,5,clearly-slower',
      '吉,value,false,true,167,0.334,61,56,68,164,139,356,738,219,,-2,-9,5,no-difference',
    ]);
  });

  it('tells what is no value from a value of the same name', () => {
    const names = recordsOf([NONE, SEVERAL, sideGroup('A'), valueGroup('(none)'), valueGroup('')].map((g) => row(g)));
    expect(names.map((record) => record.split(',').slice(0, 2))).toEqual([
      ['(none)', 'none'],
      ['(several)', 'several'],
      ['A', 'side'],
      ['(none)', 'value'],
      ['', 'value'],
    ]);
  });

  it('leaves empty what cannot be said: nothing to compare with, a value that is left out', () => {
    const nan = { value: Number.NaN, low: undefined, high: undefined };
    expect(
      recordsOf([
        row(valueGroup('alone'), { n: 1, share: 1, p99: nan, shift: undefined, verdict: undefined }),
        row(valueGroup('out'), { isIncluded: false }),
        row(valueGroup('gone'), { n: 0, share: 0, p50: nan, p95: nan, p99: nan }),
      ]),
    ).toEqual([
      'alone,value,false,true,1,1,61,56,68,164,139,356,,,,,,,',
      'out,value,false,false,167,0.334,,,,,,,,,,,,,',
      'gone,value,false,true,0,0,,,,,,,,,,,,,',
    ]);
  });

  it('makes values harmless that a spreadsheet would take for formulas', () => {
    expect(recordsOf([row(valueGroup('=cmd|" /C calc"!A0'), { isIncluded: false })])).toEqual([
      `"'=cmd|"" /C calc""!A0",value,false,false,167,0.334,,,,,,,,,,,,,`,
    ]);
  });
});
