import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanTable } from '../../spans/span-table.ts';
import { messySpans } from '../../testing/messy-spans.ts';
import { tableFromDrawings, tableOf } from '../../testing/table-from-drawings.ts';
import { buildTrace } from '../../trace/build-trace.ts';
import { criticalPathTimes } from '../../trace/critical-path.ts';
import type { Trace } from '../../trace/trace.ts';
import { where } from './where.ts';
import type { WhereAnswer } from './where-answer.ts';
import { whereDoubt } from './where-doubt.ts';
import { whereFinding } from './where-finding.ts';

/** A line per row: its Δ, what more calls and what slower calls come to, and its state. */
function print(answer: WhereAnswer | undefined): string {
  return (answer?.rows ?? [])
    .map(({ depth, service, operation, delta, moreCalls, slowerCalls, state }) =>
      [
        `${'  '.repeat(depth)}${service} ${operation}`,
        `${delta.value} = ${moreCalls} + ${slowerCalls}`,
        ...(state === 'both' ? [] : [state]),
      ].join(' | '),
    )
    .join('\n');
}

function whereIn(drawings: string, a: readonly number[], b: readonly number[]): WhereAnswer | undefined {
  return where(tableFromDrawings(drawings), Int32Array.from(a), Int32Array.from(b));
}

describe('where', () => {
  it('finds the span that sleeps', () => {
    const answer = whereIn(
      `
      demo /handler   |==========|
        demo /omikuji | ======== |

      demo /handler   |====      |
        demo /omikuji | ==       |
    `,
      [0],
      [1],
    );
    expect(print(answer)).toBe(['demo /handler | 0 = 0 + 0', '  demo /omikuji | 6 = 0 + 6'].join('\n'));
    expect(answer?.total.value).toBe(6);
  });

  it('tells more calls from slower calls', () => {
    const answer = whereIn(
      `
      shop /cart  |==========|
        db SELECT |==        |
        db SELECT |  ==      |
        db SELECT |    ==    |

      shop /cart  |======    |
        db SELECT |==        |
    `,
      [0],
      [1],
    );
    expect(print(answer)).toBe(['shop /cart | 0 = 0 + 0', '  db SELECT | 4 = 4 + 0'].join('\n'));
  });

  it('divides what is both without preferring a side', () => {
    const answer = whereIn(
      `
      shop /cart  |==========|
        db SELECT |====      |
        db SELECT |    ====  |

      shop /cart  |====      |
        db SELECT |==        |
    `,
      [0],
      [1],
    );
    // 2 calls × 4 against 1 × 2: one call more at the mean of 3, and 2 more per call at the mean of 1.5 calls.
    expect(print(answer)).toBe(['shop /cart | 0 = 0 + 0', '  db SELECT | 6 = 3 + 3'].join('\n'));
  });

  it('names what one group lacks, and what it calls but no longer waits for', () => {
    const answer = whereIn(
      `
      shop /cart     |==========|
        cache GET    | ==       |
        audit write  | =        |
        price ask    |   ====== |

      shop /cart     |======    |
        db SELECT    | ==       |
        audit write  |   ==     |
    `,
      [0],
      [1],
    );
    expect(print(answer)).toBe(
      [
        'shop /cart | 0 = 0 + 0',
        '  price ask | 6 = 6 + 0 | only-in-a',
        '  cache GET | 2 = 2 + 0 | only-in-a',
        '  audit write | -2 = 0 + -2 | no-longer-waited-for',
        '  db SELECT | -2 = -2 + 0 | gone',
      ].join('\n'),
    );
    expect(answer?.total.value).toBe(4);
  });

  it('does not say of what neither side waited for that it is no longer waited for', () => {
    const drawing = `
      shop /cart     |======    |
        cache GET    | ====     |
        audit write  | ==       |
    `;
    const answer = whereIn(`${drawing}\n\n${drawing}`, [0], [1]);
    expect(answer?.rows.find(({ operation }) => operation === 'write')).toMatchObject({
      meanA: 0,
      meanB: 0,
      callsA: 1,
      state: 'both',
    });
  });

  it('counts a trace without the path as none, in the mean and in the interval', () => {
    const drawing = (extra: number) => `
      shop /cart  |${'='.repeat(4 + extra)}${' '.repeat(6 - extra)}|
        ${extra === 0 ? 'x y         |=         |' : `db SELECT   |${'='.repeat(extra)}${' '.repeat(10 - extra)}|`}
    `;
    const answer = whereIn([0, 6, 0, 6].map(drawing).join('\n\n'), [0, 1, 2, 3], [0, 2]);
    const row = answer?.rows.find(({ service }) => service === 'db');
    expect(row).toMatchObject({ meanA: 3, meanB: 0, callsA: 0.5, callsB: 0 });
    // Welch, by hand: 3 ± t₀.₉₇₅,₃ · √(12/4), the other side being constant.
    expect(row?.delta.low).toBeCloseTo(3 - 3.182446305 * Math.sqrt(3), 6);
    expect(row?.delta.high).toBeCloseTo(3 + 3.182446305 * Math.sqrt(3), 6);
  });

  it('has no interval for a single trace, and no answer for none', () => {
    const drawing = `
      demo /handler |====|

      demo /handler |==|
    `;
    expect(whereIn(drawing, [0], [1])?.total).toEqual({ value: 2, low: undefined, high: undefined });
    expect(whereIn(drawing, [0], [])).toBeUndefined();
  });

  it.each([
    [1, 6, 'no-interval'],
    [6, 1, 'no-interval'],
    [2, 2, 'few-traces'],
    [5, 6, 'few-traces'],
    [6, 5, 'few-traces'],
    [6, 6, undefined],
  ] as const)('with %d against %d traces its doubt is %s', (countA, countB, doubt) => {
    const drawings = Array.from({ length: countA + countB }, (_, index) => {
      const slow = index < countA ? 4 : 1;
      return `
        demo /handler   |${'='.repeat(slow + (index % 2))}${' '.repeat(6 - slow - (index % 2))}|
      `;
    });
    const rowsA = Array.from({ length: countA }, (_, index) => index);
    const rowsB = Array.from({ length: countB }, (_, index) => countA + index);
    const answer = whereIn(drawings.join('\n\n'), rowsA, rowsB)!;
    expect(whereDoubt(answer)).toBe(doubt);
    // An interval from the second trace of a side on, and a finding from the sixth.
    expect(answer.total.low === undefined).toBe(doubt === 'no-interval');
    expect(answer.rows[0]?.delta.high === undefined).toBe(doubt === 'no-interval');
    expect(whereFinding(answer) === undefined).toBe(doubt !== undefined);
  });

  it('keeps roots apart that are different operations', () => {
    const answer = whereIn(
      `
      demo /a |====|

      demo /b |==|
    `,
      [0],
      [1],
    );
    expect(print(answer)).toBe(['demo /a | 4 = 4 + 0 | only-in-a', 'demo /b | -2 = -2 + 0 | gone'].join('\n'));
  });

  describe('over any traces', () => {
    const groups = fc.record({
      a: fc.array(messySpans, { minLength: 1, maxLength: 5 }),
      b: fc.array(messySpans, { minLength: 1, maxLength: 5 }),
    });

    function answerOf({ a, b }: { a: readonly Parameters<typeof buildTrace>[1][]; b: typeof a }) {
      const traces = [...a, ...b].map((spans, index) => buildTrace(String(index).padStart(32, '0'), spans));
      const table = tableOf(traces);
      const rowsA = Int32Array.from(a.keys());
      const rowsB = Int32Array.from(b.keys(), (row) => row + a.length);
      return { table, traces, rowsA, rowsB, answer: where(table, rowsA, rowsB)! };
    }

    it('adds up to the difference of the roots, exactly', () => {
      fc.assert(
        fc.property(groups, (groups) => {
          const { table, rowsA, rowsB, answer } = answerOf(groups);
          // As fractions over both sizes, so that no rounding can hide a microsecond.
          const whole = (value: number) => Math.round(value * rowsA.length * rowsB.length);
          const rows = answer.rows.reduce((sum, { delta }) => sum + whole(delta.value), 0);
          expect(rows).toBe(rootSum(table, rowsA) * rowsB.length - rootSum(table, rowsB) * rowsA.length);
          expect(rows).toBe(whole(answer.total.value));
          for (const { delta, moreCalls, slowerCalls } of answer.rows) {
            expect(moreCalls + slowerCalls).toBeCloseTo(delta.value, 6);
          }
          expect(answer.rows.filter(({ parent }) => parent < 0).reduce((sum, row) => sum + row.subtree, 0)).toBeCloseTo(
            answer.total.value,
            6,
          );
        }),
        { numRuns: 300 },
      );
    });

    it('agrees with adding up trace by trace, path by path', () => {
      fc.assert(
        fc.property(groups, (groups) => {
          const { traces, answer } = answerOf(groups);
          const slowA = slowMeans(traces.slice(0, groups.a.length));
          const slowB = slowMeans(traces.slice(groups.a.length));
          const paths: string[] = [];
          for (const { parent, service, operation, meanA, meanB, callsA, callsB } of answer.rows) {
            const path = `${parent < 0 ? '' : `${paths[parent]} › `}${service} ${operation}`;
            paths.push(path);
            expect([meanA, callsA]).toEqual(slowA.get(path) ?? [0, 0]);
            expect([meanB, callsB]).toEqual(slowB.get(path) ?? [0, 0]);
          }
          expect(new Set(paths)).toEqual(new Set([...slowA.keys(), ...slowB.keys()]));
        }),
        { numRuns: 300 },
      );
    });
  });
});

function rootSum(table: SpanTable, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + table.spanDuration[table.firstSpan[row]!]!, 0);
}

/** Mean critical path time and calls per trace, by path as text. */
function slowMeans(traces: readonly Trace[]): ReadonlyMap<string, readonly [number, number]> {
  const sums = new Map<string, [number, number]>();
  for (const trace of traces) {
    const times = criticalPathTimes(trace);
    const paths: (string | undefined)[] = [];
    trace.spans.forEach((span, index) => {
      const caller = span.parent < 0 ? '' : paths[span.parent];
      const isInTree = index === 0 || (span.parent >= 0 && caller !== undefined);
      const name = `${trace.resources[span.resource]!.service} ${span.operation}`;
      const path = isInTree ? `${caller === '' ? '' : `${caller} › `}${name}` : undefined;
      paths.push(path);
      if (path === undefined) return;
      const [time, calls] = sums.get(path) ?? [0, 0];
      sums.set(path, [time + times[index]!, calls + 1]);
    });
  }
  return new Map([...sums].map(([path, [time, calls]]) => [path, [time / traces.length, calls / traces.length]]));
}
