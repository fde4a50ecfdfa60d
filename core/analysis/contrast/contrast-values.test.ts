import { describe, expect, it } from 'vitest';
import { demoTraces } from '../../testing/demo-traces.ts';
import { tableOf } from '../../testing/table-from-drawings.ts';
import { tableOfDurations } from '../../testing/table-of-durations.ts';
import { unixMicros } from '../../units.ts';
import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import { groupToText } from '../group.ts';
import { groupTraces } from '../group-traces.ts';
import { contrastValues } from './contrast-values.ts';
import { type Counts, fisherExact } from './fisher-exact.ts';
import { logFactorials } from './log-factorials.ts';
import { shareDifference } from './share-difference.ts';

/** inA, nA, inB, nB → p of SciPy 1.17's `fisher_exact`; low, high of statsmodels 0.14's `confint_proportions_2indep(method='newcomb')`. */
const REFERENCE: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [84, 84, 0, 416, 1.0447685807157487e-97, 0.9553213403930085, 1.0],
  [8, 10, 100, 200, 0.10240766408320734, -0.017349374725394606, 0.4589066937106907],
  [0, 10, 30, 100, 0.05911867126407123, -0.39584854633346667, -0.010874173692552558],
  [3, 7, 2, 9, 0.596153846153846, -0.2165429010272545, 0.5645418309655288],
  [50, 100, 500, 1000, 1.0, -0.10102011766541952, 0.10102011766541952],
  [1, 1000, 10, 1000, 0.011504767503741683, -0.01735017058427308, -0.002493075199340746],
  [12, 12, 100, 100, 1.0, -0.24249400665524112, 0.03699349820698572],
  [0, 5, 0, 5, 1.0, -0.43448246478317487, 0.43448246478317487],
  [900, 1000, 9000, 10000, 1.0, -0.020949990331289334, 0.018124588872691232],
];

describe('a value in two groups', () => {
  it.each(REFERENCE)('%i of %i against %i of %i is as SciPy and statsmodels say', (inA, nA, inB, nB, p, low, high) => {
    const counts: Counts = { inA, nA, inB, nB };
    expect(Math.abs(fisherExact(counts, logFactorials(nA + nB)) / p - 1)).toBeLessThan(1e-8);
    const difference = shareDifference(counts);
    expect(difference.value).toBeCloseTo(inA / nA - inB / nB, 14);
    expect(difference.low).toBeCloseTo(low, 9);
    expect(difference.high).toBeCloseTo(high, 9);
  });
});

describe('contrastValues', () => {
  const table = tableOf(demoTraces({ seed: 3, traces: 300 }));
  const omikuji = { scope: 'event', key: 'omikuji' } as const;
  const context = { from: unixMicros(0), to: unixMicros(1), minutesEastOfUtc: 0 };
  const rows = Int32Array.from({ length: table.traceCount }, (_, row) => row);
  const isSlow = (row: number): boolean => table.spanDuration[table.firstSpan[row]!]! > 500_000;

  it('says what the slow traces have and the others have not', () => {
    const [first] = contrastValues(
      table,
      rows.filter(isSlow),
      rows.filter((row) => !isSlow(row)),
      [omikuji],
      context,
    );
    expect(first && groupToText(first.group)).toBe('凶');
    expect(first?.inA).toBe(first?.nA);
    expect(first?.inB).toBe(0);
    expect(first?.difference.low).toBeGreaterThan(0.8);
    expect(first?.pAdjusted).toBeLessThan(1e-10);
  });

  it('counts every trace once for each key', () => {
    const a = rows.filter((row) => row % 3 === 0);
    const b = rows.filter((row) => row % 3 === 1);
    const answer = contrastValues(table, a, b, [omikuji], context);
    expect(answer.reduce((sum, { inA }) => sum + inA, 0)).toBe(a.length);
    expect(answer.reduce((sum, { inB }) => sum + inB, 0)).toBe(b.length);
    expect(answer.length).toBe(groupTraces(table, omikuji).groups.length);
  });

  it.each([
    [1, 1, 1],
    [2, 2, 1 / 3],
    [5, 5, 2 / 252],
    [6, 6, 2 / 924],
  ])(
    'holds with %d against %d traces: p is what all arrangements come to, and its interval is never open',
    (nA, nB, p) => {
      const counts: Counts = { inA: nA, nA, inB: 0, nB };
      expect(fisherExact(counts, logFactorials(nA + nB))).toBeCloseTo(p, 10);
      const { value, low, high } = shareDifference(counts);
      expect(value).toBe(1);
      expect(low).toBeLessThan(1);
      expect(high).toBeGreaterThanOrEqual(1 - 1e-12);
    },
  );

  it('counts a table that is as probable as the one that was seen, in spite of rounding', () => {
    // None of 2 against 5 of 8: 10 of 45 arrangements, and as many for 2 of 2 against 3 of 8. SciPy 1.17: 0.4444.
    expect(fisherExact({ inA: 0, nA: 2, inB: 5, nB: 8 }, logFactorials(10))).toBeCloseTo(20 / 45, 10);
  });

  it('adjusts p over all values of all keys, by Benjamini and Hochberg', () => {
    const event = { scope: 'event', key: 'event' } as const;
    const half = { from: unixMicros(0), to: unixMicros(2 * table.traceStart[150]!), minutesEastOfUtc: 0 };
    const keys = [omikuji, event, { scope: 'trace', key: 'half' }] as const;
    const answer = contrastValues(
      table,
      rows.filter((row) => row % 3 === 0),
      rows.filter((row) => row % 3 === 1),
      keys,
      half,
    );
    expect(answer.map(({ pAdjusted }) => pAdjusted)).toEqual(benjaminiHochberg(answer.map(({ p }) => p)));
    expect(answer.some(({ p, pAdjusted }) => pAdjusted > p)).toBe(true);
  });

  it.each([
    [1000, 1000],
    [1001, 0],
  ])('of a key with %i values has %i rows: with more it is an id', (values, length) => {
    const seats = Object.fromEntries(Array.from({ length: values }, (_, seat) => [`s${seat}`, [seat]]));
    const many = tableOfDurations(seats, 'seat');
    const [a, b] = [0, 1].map((side) => Int32Array.from(many.traceIds.keys()).filter((row) => row % 2 === side));
    expect(contrastValues(many, a!, b!, [{ scope: 'event', key: 'seat' }], context)).toHaveLength(length);
  });

  it('has nothing to say of an empty group or of a key with one value', () => {
    expect(contrastValues(table, rows, Int32Array.of(), [omikuji], context)).toEqual([]);
    const root = { scope: 'trace', key: 'root' } as const;
    expect(
      contrastValues(
        table,
        rows.filter(isSlow),
        rows.filter((row) => !isSlow(row)),
        [root],
        context,
      ),
    ).toEqual([]);
  });
});
