import { compareGroups } from '#core/analysis/compare-groups.ts';
import type { Comparison } from '#core/analysis/comparison.ts';
import type { Estimate } from '#core/analysis/estimate.ts';
import { explore } from '#core/analysis/explore.ts';
import type { ExploreAnswer, GroupRow } from '#core/analysis/explore-answer.ts';
import { groupToText, valueGroup } from '#core/analysis/group.ts';
import { quantileEstimate } from '#core/analysis/quantile-estimate.ts';
import { FEWEST_TRACES } from '#core/analysis/verdict.ts';
import { where } from '#core/analysis/where/where.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import type { SliceInfo } from '#core/api.ts';
import type { AnnotationKey, SpanTable } from '#core/spans/span-table.ts';
import type { ReportArguments } from './report-arguments.ts';
import type { Report } from './report-schema.ts';

/** The answers to a report's questions, from traces that have been read. */
export function makeReport(table: SpanTable, slices: readonly SliceInfo[], asked: ReportArguments): Report {
  const answer = explore(table, {
    measure: 'root',
    key: asked.by === undefined ? undefined : keyNamed(table, asked.by),
    highlight: asked.highlight === undefined ? undefined : valueGroup(asked.highlight),
    split: undefined,
    filters: [],
    pick: undefined,
    from: asked.start,
    to: asked.end,
    minutesEastOfUtc: 0,
    sort: { column: 'time', direction: 'descending' },
  });
  const sides = asked.times === undefined ? sidesByValue(answer) : sidesByTime(answer, asked.times);
  const found = sides && whereOf(table, sides, asked);
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
    coverage: coverageOf(slices, answer.loaded),
    groups: answer.groups.map(groupOf),
    comparison: sides === undefined ? null : comparisonOf(sides),
    where: found === undefined ? null : whereJson(found),
  };
}

/** A key by its name alone is that on events, on tags, on resources: the first that there is. */
function keyNamed(table: SpanTable, text: string): AnnotationKey {
  const match = /^(event|tag|resource):(.+)$/s.exec(text);
  const { keys } = table.annotations;
  for (const scope of ['event', 'tag', 'resource'] as const) {
    const name = match?.[1] === scope ? match[2] : match === null ? text : undefined;
    const key = keys.find((known) => known.scope === scope && known.key === name);
    if (key !== undefined) return key;
  }
  return { scope: 'event', key: match?.[2] ?? text };
}

/** Two groups of traces, a against b. */
interface Sides {
  readonly a: Side;
  readonly b: Side;
  /** Adjusted for the other values that were compared, where there are such. */
  readonly comparison: Comparison | undefined;
}

interface Side {
  readonly name: string;
  /** Rows of the table. */
  readonly rows: Int32Array;
}

function sidesByValue({ finding, points, groups }: ExploreAnswer): Sides | undefined {
  if (finding.kind !== 'compared' && finding.kind !== 'too-few') return undefined;
  const isHighlight = (place: number): boolean => groups[points.group[place]!]!.isHighlight;
  return {
    a: { name: groupToText(finding.group), rows: points.trace.filter((_, place) => isHighlight(place)) },
    b: { name: '(rest)', rows: points.trace.filter((_, place) => !isHighlight(place)) },
    comparison: finding.kind === 'compared' ? finding.comparison : undefined,
  };
}

function sidesByTime({ points }: ExploreAnswer, { before, after }: NonNullable<ReportArguments['times']>): Sides {
  const isIn = {
    a: (place: number): boolean => points.time[place]! >= after,
    b: (place: number): boolean => points.time[place]! < before,
  };
  const latencies = (test: (place: number) => boolean) => points.latency.filter((_, place) => test(place)).sort();
  const [a, b] = [latencies(isIn.a), latencies(isIn.b)];
  const isEnough = a.length >= FEWEST_TRACES && b.length >= FEWEST_TRACES;
  return {
    a: { name: 'after', rows: points.trace.filter((_, place) => isIn.a(place)) },
    b: { name: 'before', rows: points.trace.filter((_, place) => isIn.b(place)) },
    comparison: isEnough ? compareGroups(a, b) : undefined,
  };
}

function whereOf(table: SpanTable, { a, b }: Sides, asked: ReportArguments): WhereAnswer | undefined {
  return asked.where ? where(table, a.rows, b.rows) : undefined;
}

function coverageOf(slices: readonly SliceInfo[], traces: number): Report['coverage'] {
  const cut = slices.filter(({ state }) => state === 'cut').map(({ start, end }) => ({ start, end }));
  const unreadable = slices.reduce((sum, { problems }) => sum + problems.length, 0);
  return {
    complete: cut.length === 0 && unreadable === 0,
    traces,
    spans: slices.reduce((sum, slice) => sum + slice.spans, 0),
    unreadable,
    cut,
  };
}

function groupOf({ group, n, share, latencies, p50, p95, p99 }: GroupRow): Report['groups'][number] {
  const p90 = quantileEstimate(latencies, 0.9);
  const quantiles = { p50: estimateJson(p50), p90: estimateJson(p90), p95: estimateJson(p95), p99: estimateJson(p99) };
  return { value: groupToText(group), n, share, quantiles };
}

function comparisonOf({ a, b, comparison }: Sides): Report['comparison'] {
  if (comparison === undefined) return null;
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
