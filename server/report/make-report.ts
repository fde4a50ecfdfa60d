import { compareGroups } from '#core/analysis/compare-groups.ts';
import type { Comparison } from '#core/analysis/comparison.ts';
import type { Estimate } from '#core/analysis/estimate.ts';
import { explore } from '#core/analysis/explore.ts';
import type { ExploreAnswer, GroupRow } from '#core/analysis/explore-answer.ts';
import { groupFromText, groupToText } from '#core/analysis/group.ts';
import { quantileEstimate } from '#core/analysis/quantile-estimate.ts';
import { sidesOf } from '#core/analysis/sides-of.ts';
import { where } from '#core/analysis/where/where.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { findKey } from './find-key.ts';
import type { ReadRange } from './read-range.ts';
import type { ReportArguments } from './report-arguments.ts';
import type { Report } from './report-schema.ts';

/**
 * The answers to a report's questions, from traces that have been read. A key that no trace carries is `(none)` on all of them, and a
 * highlight that does not occur leaves nothing to compare (`missing-names.ts` tells).
 */
export function makeReport(read: ReadRange, asked: ReportArguments): Report {
  const { table } = read;
  const answer = explore(table, {
    measure: 'root',
    key: asked.by === undefined ? undefined : (findKey(table, asked.by) ?? { scope: 'event', key: asked.by }),
    highlight: asked.highlight === undefined ? undefined : groupFromText(asked.highlight),
    split: undefined,
    filters: [],
    pick: undefined,
    from: asked.start,
    to: asked.end,
    minutesEastOfUtc: 0,
    sort: { column: 'time', direction: 'descending' },
  });
  const sides = asked.times === undefined ? sidesByValue(answer) : sidesByTime(answer, asked.times);
  const found = sides !== undefined && asked.where ? where(table, sides.a.rows, sides.b.rows) : undefined;
  return {
    version: 1,
    query: {
      service: asked.service,
      operation: asked.operation ?? null,
      start: asked.start,
      end: asked.end,
      by: answer.key === undefined ? null : `${answer.key.scope}:${answer.key.key}`,
      highlight: asked.times === undefined && answer.highlight !== undefined ? groupToText(answer.highlight) : null,
      before: asked.times?.before ?? null,
      after: asked.times?.after ?? null,
    },
    coverage: coverageOf(read, answer.loaded),
    groups: answer.groups.map(groupOf),
    comparison: sides === undefined ? null : comparisonJson(sides),
    where: found === undefined ? null : whereJson(found),
  };
}

/** Two groups of traces, a against b; neither is empty. */
interface Sides {
  readonly a: Side;
  readonly b: Side;
  readonly comparison: Comparison;
}

interface Side {
  readonly name: string;
  /** Rows of the table. */
  readonly rows: Int32Array;
}

function sidesByValue(answer: ExploreAnswer): Sides | undefined {
  const { finding, highlight, points, groups } = answer;
  if (highlight === undefined) return undefined;
  const isHighlight = (place: number): boolean => groups[points.group[place]!]!.isHighlight;
  const latencies = [
    points.latency.filter((_, place) => isHighlight(place)).sort(),
    points.latency.filter((_, place) => !isHighlight(place)).sort(),
  ] as const;
  const { a, b } = sidesOf(answer);
  // The one of the finding is adjusted for the other values.
  const compared = finding.kind === 'compared' ? finding.comparison : comparisonOf(...latencies);
  return (
    compared && {
      a: { name: groupToText(highlight), rows: a },
      b: { name: '(rest)', rows: b },
      comparison: compared,
    }
  );
}

function sidesByTime(
  { points }: ExploreAnswer,
  { before, after }: NonNullable<ReportArguments['times']>,
): Sides | undefined {
  const isAfter = (_: number, place: number): boolean => points.time[place]! >= after;
  const isBefore = (_: number, place: number): boolean => points.time[place]! < before;
  const comparison = comparisonOf(points.latency.filter(isAfter).sort(), points.latency.filter(isBefore).sort());
  return (
    comparison && {
      a: { name: 'after', rows: points.trace.filter(isAfter) },
      b: { name: 'before', rows: points.trace.filter(isBefore) },
      comparison,
    }
  );
}

function comparisonOf(a: Float64Array, b: Float64Array): Comparison | undefined {
  return a.length === 0 || b.length === 0 ? undefined : compareGroups(a, b);
}

function coverageOf({ slices, unread }: ReadRange, traces: number): Report['coverage'] {
  const cut = slices.filter(({ state }) => state === 'cut').map(({ start, end }) => ({ start, end }));
  const unreadable = slices.reduce((sum, { problems }) => sum + problems.length, 0);
  return {
    complete: cut.length === 0 && unreadable === 0 && unread === undefined,
    traces,
    spans: slices.reduce((sum, slice) => sum + slice.spans, 0),
    unreadable,
    cut,
    unread: unread === undefined ? null : { start: unread.start, end: unread.end },
  };
}

function groupOf({ group, n, share, latencies, p50, p95, p99 }: GroupRow): Report['groups'][number] {
  const p90 = quantileEstimate(latencies, 0.9);
  const quantiles = { p50: estimateJson(p50), p90: estimateJson(p90), p95: estimateJson(p95), p99: estimateJson(p99) };
  return { value: groupToText(group), n, share, quantiles };
}

function comparisonJson({ a, b, comparison }: Sides): Report['comparison'] {
  const { nA, nB, medianA, medianB, shift, probabilitySlower, p, pAdjusted, verdict } = comparison;
  return {
    a: { name: a.name, n: nA, median: medianA },
    b: { name: b.name, n: nB, median: medianB },
    shift: estimateJson(shift),
    probabilitySlower: estimateJson(probabilitySlower),
    p,
    pAdjusted,
    verdict,
  };
}

function whereJson({ total, rows }: WhereAnswer): NonNullable<Report['where']> {
  const paths: string[][] = [];
  return {
    total: estimateJson(total),
    rows: rows.map(({ parent, service, operation, delta, moreCalls, slowerCalls, state }) => {
      const path = [...(parent < 0 ? [] : paths[parent]!), `${service} ${operation}`];
      paths.push(path);
      const { value, low, high } = estimateJson(delta);
      return { path, service, operation, delta: value, low, high, moreCalls, slowerCalls, state };
    }),
  };
}

function estimateJson({ value, low, high }: Estimate): { value: number; low: number | null; high: number | null } {
  return { value, low: low ?? null, high: high ?? null };
}
