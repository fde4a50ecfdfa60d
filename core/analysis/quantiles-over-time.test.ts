import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, type UnixMicros, unixMicros } from '../units.ts';
import { quantileEstimate } from './quantile-estimate.ts';
import { quantilesOverTime } from './quantiles-over-time.ts';

const NINE = unixMicros(Date.UTC(2026, 10, 23, 9) * 1000);
const at = (micros: number): UnixMicros => unixMicros(NINE + micros);
const range = (length: number) => ({ from: at(0), to: at(length) });

interface Drawn {
  readonly time: number;
  readonly latency: number;
  readonly group: number;
}

function pointsOf(drawn: readonly Drawn[]) {
  const sorted = drawn.toSorted((a, b) => a.time - b.time);
  return {
    time: Float64Array.from(sorted, ({ time }) => NINE + time),
    latency: Float64Array.from(sorted, ({ latency }) => latency),
    group: Int32Array.from(sorted, ({ group }) => group),
  };
}

/** `count` traces of a group, spread over minute `minute`, of 1, 2, 3 … µs. */
function minuteOf(minute: number, group: number, count: number): readonly Drawn[] {
  return Array.from({ length: count }, (_, i) => ({
    time: minute * MINUTE + (i * MINUTE) / count,
    latency: i + 1,
    group,
  }));
}

/** n of each part, `·` for none. */
function drawn(points: readonly Drawn[], lineOfGroup: readonly number[], lines: number, length: number): string {
  const answer = quantilesOverTime(pointsOf(points), lineOfGroup, lines, range(length), 0);
  const rows = answer.lines.map((line) => line.map((part) => part?.n ?? '·').join(' '));
  return [`every ${answer.parts.step / SECOND} s`, ...rows].join('\n');
}

describe('quantilesOverTime', () => {
  it('gives each line its traces in every part, and nothing where there are none', () => {
    const points = [...minuteOf(0, 0, 20), ...minuteOf(1, 0, 10), ...minuteOf(3, 0, 10), ...minuteOf(3, 1, 7)];
    expect(drawn(points, [0, 1], 2, 4 * MINUTE)).toBe('every 60 s\n20 10 · 10\n· · · 7');
  });

  it('puts groups of one line together and leaves those of no line out', () => {
    const points = [...minuteOf(0, 0, 3), ...minuteOf(0, 1, 4), ...minuteOf(1, 2, 50), ...minuteOf(2, 1, 8)];
    expect(drawn(points, [0, 0, -1], 1, 4 * MINUTE)).toBe('every 60 s\n7 · 8 ·');
  });

  it('has the same quantiles and intervals as a distribution of its own', () => {
    const { lines } = quantilesOverTime(pointsOf(minuteOf(2, 0, 9)), [0], 1, range(4 * MINUTE), 0);
    const latencies = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(lines[0]!.filter((part) => part !== undefined)).toEqual([
      { n: 9, p50: quantileEstimate(latencies, 0.5), p95: quantileEstimate(latencies, 0.95) },
    ]);
  });

  it('takes longer parts until four in five have six traces', () => {
    const every = (micros: number, length: number) =>
      Array.from({ length: length / micros }, (_, i) => ({ time: i * micros, latency: 1, group: 0 }));
    expect(drawn(every(SECOND, 4 * MINUTE), [0], 1, 4 * MINUTE)).toMatch(/^every 10 s\n10 10 10 /);
    expect(drawn(every(5 * SECOND, 4 * MINUTE), [0], 1, 4 * MINUTE)).toBe('every 30 s\n6 6 6 6 6 6 6 6');
  });

  it('keeps four parts even where too few are in them', () => {
    expect(drawn([{ time: 90 * SECOND, latency: 5, group: 0 }], [0], 1, 4 * MINUTE)).toBe('every 60 s\n· 1 · ·');
  });

  it('counts the end of the range to its last part, and nothing beyond it', () => {
    const points = [0, 4 * MINUTE, 4 * MINUTE + 1].map((time) => ({ time, latency: 1, group: 0 }));
    expect(drawn(points, [0], 1, 4 * MINUTE)).toBe('every 60 s\n1 · · 1');
  });

  it('draws a range that is shorter than any step of the clock', () => {
    const points = Array.from({ length: 400 }, (_, i) => ({ time: i * 1000, latency: 1, group: 0 }));
    expect(drawn(points, [0], 1, 400_000).split('\n')[0]).toBe('every 0.01 s');
  });

  it('says nothing of no traces', () => {
    expect(drawn([], [0], 1, HOUR)).toMatch(/^every \d+ s\n·[ ·]*$/);
    expect(drawn([], [], 0, HOUR)).toMatch(/^every \d+ s$/);
  });

  it('agrees with a twin that looks at every trace for every part', () => {
    const point = fc.record({
      time: fc.integer({ min: -SECOND, max: 11 * MINUTE }),
      latency: fc.integer({ min: 0, max: 1000 }),
      group: fc.integer({ min: 0, max: 2 }),
    });
    const lineOfGroup = [1, 0, -1];
    fc.assert(
      fc.property(fc.array(point, { maxLength: 200 }), (points) => {
        const { parts, lines } = quantilesOverTime(pointsOf(points), lineOfGroup, 2, range(10 * MINUTE), 0);
        const { edges } = parts;
        const within = ({ time }: Drawn, part: number): boolean => {
          const instant = NINE + time;
          const isLast = part === edges.length - 2;
          return instant >= edges[part]! && (isLast ? instant <= edges[part + 1]! : instant < edges[part + 1]!);
        };
        const twin = [0, 1].map((line) =>
          edges.slice(1).map((_, part) => {
            const own = points.filter((p) => lineOfGroup[p.group] === line && within(p, part));
            const sorted = Float64Array.from(own, ({ latency }) => latency).sort();
            if (sorted.length === 0) return undefined;
            return {
              n: sorted.length,
              p50: quantileEstimate(sorted, 0.5),
              p95: quantileEstimate(sorted, 0.95),
            };
          }),
        );
        expect(lines).toEqual(twin);
      }),
    );
  });
});
