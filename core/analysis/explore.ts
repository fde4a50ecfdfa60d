import type { SpanTable } from '../spans/span-table.ts';
import { compareGroupsByName } from './compare-groups-by-name.ts';
import { compareRows, type UncomparedRow } from './compare-rows.ts';
import type { ExploreAnswer, Points } from './explore-answer.ts';
import { defaultHighlight, defaultKey } from './explore-defaults.ts';
import type { ExploreQuestion, Filter } from './explore-question.ts';
import { isInBox, isOnKey, passesFilters, type TraceTest } from './filter-traces.ts';
import { type Group, groupToText, isSameGroup, NONE } from './group.ts';
import { groupBy } from './group-by.ts';
import { groupBySplit, sidesOfSplit } from './group-by-split.ts';
import type { GroupKey } from './group-key.ts';
import type { Grouping } from './group-traces.ts';
import { prepareRows } from './prepared-rows.ts';
import { quantileEstimate } from './quantile-estimate.ts';
import { sortTraces } from './sort-traces.ts';
import { traceLatencies } from './trace-latencies.ts';

/**
 * Everything that the Explore page shows, from one state of the table.
 *
 *     rows in the range → latencies, groups → other filters → filters on the key itself → statistics, points, list
 *
 * A filter on the grouping key leaves its row in the table of values, with its count, so that it can be put back. A split groups by
 * its two sides instead, and then such a filter is one like others; by filters it leaves all in, since they are its sides.
 *
 * @param prepare of whoever asks many questions about one table: rows and keys depend on the range alone
 */
export function explore(
  table: SpanTable,
  question: ExploreQuestion,
  prepare: typeof prepareRows = prepareRows,
): ExploreAnswer {
  const { rows, keys } = prepare(table, question);
  const key = question.key ?? defaultKey(keys);
  const latencies = traceLatencies(table, question.measure, key);
  const passes = (filters: readonly Filter[]): TraceTest => passesFilters(table, filters, latencies, question);
  const grouping = groupingOf(table, key, question, latencies, passes);

  const { onKey, onOthers } = partFilters(question, key);
  const passesOthers = passes(onOthers);
  const candidates = rows.filter((trace) => !Number.isNaN(latencies[trace]!) && passesOthers(trace));
  const passesKey = passes(onKey);

  const unordered = groupRows(candidates, grouping, latencies, passesKey);
  const highlight =
    question.split === undefined
      ? (question.highlight ??
        defaultHighlight(
          key,
          unordered.filter(({ isIncluded }) => isIncluded),
        ))
      : sidesOfSplit(question.split)[0];
  const { rows: groups, finding } = compareRows(key, highlight, orderRows(unordered, highlight));

  const places = new Map(groups.map((row, place) => [groupToText(row.group), place]));
  const placeOfGroup = grouping.groups.map((group) => places.get(groupToText(group)) ?? -1);
  const placeOf = (trace: number): number => placeOfGroup[grouping.groupOfTrace[trace]!]!;
  const included = candidates.filter(passesKey);
  const isPicked = question.pick === undefined ? () => true : isInBox(table, question.pick, latencies);
  const picked = included.filter(isPicked);
  return {
    loaded: rows.length,
    included: included.length,
    picked: picked.length,
    keys,
    key,
    split: question.split,
    highlight,
    groups,
    finding,
    points: pointsOf(table, included, latencies, placeOf, isPicked),
    order: sortTraces(table, picked, question.sort, { latencies, groupRank: placeOf }),
  };
}

function groupingOf(
  table: SpanTable,
  key: GroupKey | undefined,
  question: ExploreQuestion,
  latencies: Float64Array,
  passes: (filters: readonly Filter[]) => TraceTest,
): Grouping {
  if (question.split !== undefined) return groupBySplit(table, question.split, latencies, passes(question.filters));
  if (key !== undefined) return groupBy(table, key, question);
  return { groups: [NONE], groupOfTrace: new Int32Array(table.traceCount) };
}

function partFilters(
  { split, filters }: ExploreQuestion,
  key: GroupKey | undefined,
): { readonly onKey: readonly Filter[]; readonly onOthers: readonly Filter[] } {
  if (split?.kind === 'filters') return { onKey: [], onOthers: [] };
  if (split !== undefined) return { onKey: [], onOthers: filters };
  return {
    onKey: filters.filter((filter) => isOnKey(filter, key)),
    onOthers: filters.filter((filter) => !isOnKey(filter, key)),
  };
}

function groupRows(
  candidates: Int32Array,
  grouping: Grouping,
  latencies: Float64Array,
  passesKey: TraceTest,
): readonly UncomparedRow[] {
  const counts = new Int32Array(grouping.groups.length);
  for (const trace of candidates) counts[grouping.groupOfTrace[trace]!]!++;
  const latenciesOfGroup = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Int32Array(counts.length);
  const isIncluded = new Uint8Array(counts.length);
  for (let at = 0; at < candidates.length; at++) {
    const trace = candidates[at]!;
    const group = grouping.groupOfTrace[trace]!;
    latenciesOfGroup[group]![filled[group]!++] = latencies[trace]!;
    // Filters on the key see the group alone: one trace speaks for all.
    if (isIncluded[group] === 0 && passesKey(trace)) isIncluded[group] = 1;
  }
  const included = counts.reduce((sum, count, group) => sum + (isIncluded[group] === 1 ? count : 0), 0);
  return grouping.groups.flatMap((group, index) => {
    const n = counts[index]!;
    if (n === 0) return [];
    const sorted = latenciesOfGroup[index]!.sort();
    return [
      {
        group,
        isIncluded: isIncluded[index] === 1,
        n,
        share: n / (isIncluded[index] === 1 ? included : candidates.length),
        p50: quantileEstimate(sorted, 0.5),
        p95: quantileEstimate(sorted, 0.95),
        p99: quantileEstimate(sorted, 0.99),
        latencies: sorted,
      },
    ];
  });
}

/** Highlight first, then the slowest median first; what is no value, then what is left out, last. */
function orderRows(rows: readonly UncomparedRow[], highlight: Group | undefined): readonly UncomparedRow[] {
  const rank = ({ group, isIncluded }: UncomparedRow): number => {
    if (!isIncluded) return 3;
    if (highlight !== undefined && isSameGroup(group, highlight)) return 0;
    return group.kind === 'value' ? 1 : 2;
  };
  return [...rows].sort(
    (a, b) => rank(a) - rank(b) || b.p50.value - a.p50.value || b.n - a.n || compareGroupsByName(a.group, b.group),
  );
}

function pointsOf(
  table: SpanTable,
  included: Int32Array,
  latencies: Float64Array,
  placeOf: (trace: number) => number,
  isPicked: TraceTest,
): Points {
  const n = included.length;
  const points = {
    trace: included,
    time: new Float64Array(n),
    latency: new Float64Array(n),
    group: new Int32Array(n),
    isPicked: new Uint8Array(n),
  };
  for (let at = 0; at < n; at++) {
    const trace = included[at]!;
    points.time[at] = table.traceStart[trace]!;
    points.latency[at] = latencies[trace]!;
    points.group[at] = placeOf(trace);
    points.isPicked[at] = isPicked(trace) ? 1 : 0;
  }
  return points;
}
