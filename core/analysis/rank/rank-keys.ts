import type { SpanTable } from '../../spans/span-table.ts';
import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import type { Group } from '../group.ts';
import { groupBy } from '../group-by.ts';
import { DERIVED_KEYS, type DerivedKey, type GroupKey } from '../group-key.ts';
import type { Grouping } from '../group-traces.ts';
import type { GroupingContext } from '../grouping-context.ts';
import { keySummaries } from '../key-summaries.ts';
import { type MidRanks, midRanks } from '../mid-ranks.ts';
import { isEventName } from '../scan-key.ts';
import { callKeys } from './call-keys.ts';
import { foldAliases } from './fold-aliases.ts';
import { isTooFew } from './is-too-few.ts';
import { numberOfText } from './number-of-text.ts';
import { type Partition, partitionOf } from './partition.ts';
import { rankPartition } from './rank-partition.ts';
import type { RankedKey } from './ranked-key.ts';
import { type LabelledSplit, type SameTraces, sameTraces } from './same-traces.ts';

/** A key before it is compared with others. */
interface Candidate extends Omit<RankedKey, 'pAdjusted' | 'aliases' | 'sameTraces'>, LabelledSplit {}

/** Values of a key with more are not told to be those of another one. */
const MOST_LABELS = 1000;

/**
 * Which keys go with latency: every key of the traces in `rows`, annotations and what traces are by themselves, by how much of latency
 * it explains, most first, and after them those with too few traces to say. Keys that split the traces alike are one; those that can say
 * nothing (one value, ids) stand last.
 *
 * Groups of latency are compared by ranks: no outlier decides. That a key goes with latency does not make it the cause.
 *
 * @param latencies per trace of the table, µs; none of `rows` is NaN
 */
export function rankKeys(
  table: SpanTable,
  rows: Int32Array,
  latencies: Float64Array,
  context: GroupingContext,
): readonly RankedKey[] {
  const steps = rankKeysInSteps(table, rows, latencies, context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * As `rankKeys`, but a key at a time, so that others may have their turn between two of them.
 */
export function* rankKeysInSteps(
  table: SpanTable,
  rows: Int32Array,
  latencies: Float64Array,
  context: GroupingContext,
): Generator<void, readonly RankedKey[]> {
  if (rows.length === 0) return [];
  const own = Float64Array.from(rows, (trace) => latencies[trace]!);
  const sample: Sample = { rows, latencies: own, ranks: midRanks(own) };
  const candidates: Candidate[] = [];
  for (const { key, traces, values, setAside } of keySummaries(table, rows)) {
    yield;
    candidates.push(candidateOf(sample, { key, traces, values, setAside }, groupBy(table, key, context, rows)));
  }
  const derived = DERIVED_KEYS.map((key): DerivedKey => ({ scope: 'trace', key }));
  for (const key of [...derived, ...callKeys(table, rows)]) {
    yield;
    candidates.push(derivedCandidate(sample, key, groupBy(table, key, context, rows)));
  }
  candidates.sort((a, b) => placeOf(a.key) - placeOf(b.key));
  const folded = foldAliases(candidates.filter(({ setAside }) => setAside === undefined));
  const adjusted = benjaminiHochberg(folded.map(({ item }) => item.p));
  const same = sameTraces(folded.map(({ item }) => item));
  const ranked = folded
    .map(({ item, aliases }, place) =>
      finish(
        item,
        adjusted[place]!,
        aliases.map(({ key }) => key),
        same[place],
      ),
    )
    .sort((a, b) => Number(a.isTooFew) - Number(b.isTooFew) || b.explained - a.explained || a.p - b.p);
  const rest = candidates
    .filter(({ setAside }) => setAside !== undefined)
    .map((item) => finish(item, 1, [], undefined));
  return [...ranked, ...rest];
}

interface Sample {
  readonly rows: Int32Array;
  /** Parallel to `rows`. */
  readonly latencies: Float64Array;
  readonly ranks: MidRanks;
}

function candidateOf(
  { rows, latencies, ranks }: Sample,
  counts: Pick<RankedKey, 'key' | 'traces' | 'values' | 'setAside'>,
  { groups, groupOfTrace }: Grouping,
): Candidate {
  const partition = partitionOf(rows, groupOfTrace, groups.length);
  const numbers = numbersOf(partition, rows, groups, groupOfTrace);
  // Several values in every trace split nothing either.
  const setAside = counts.setAside ?? (partition.groupCount === 1 ? 'one-value' : undefined);
  return {
    ...counts,
    setAside,
    partition,
    labels: partition.groupCount > MOST_LABELS ? [] : labelsOf(partition, rows, groups, groupOfTrace),
    isTooFew: isTooFew(partition),
    ...rankPartition(partition, numbers, latencies, ranks),
  };
}

function derivedCandidate(sample: Sample, key: DerivedKey, grouping: Grouping): Candidate {
  const traces = sample.rows.length;
  const values = new Set(sample.rows.map((trace) => grouping.groupOfTrace[trace]!)).size;
  return candidateOf(sample, { key, traces, values, setAside: undefined }, grouping);
}

/** Per group of the partition what it is. */
function labelsOf(
  { groupOf, groupCount }: Partition,
  rows: Int32Array,
  groups: Grouping['groups'],
  groupOfTrace: Int32Array,
): readonly Group[] {
  const labels: Group[] = [];
  // Groups are numbered in the order in which they first occur.
  for (let at = 0; labels.length < groupCount; at++) {
    if (groupOf[at] === labels.length) labels.push(groups[groupOfTrace[rows[at]!]!]!);
  }
  return labels;
}

/** Per group of the partition the number that its value is; `undefined` unless all values are numbers. */
function numbersOf(
  { groupOf, groupCount }: Partition,
  rows: Int32Array,
  groups: Grouping['groups'],
  groupOfTrace: Int32Array,
): Float64Array | undefined {
  const numbers = new Float64Array(groupCount).fill(Number.NaN);
  const isSeen = new Uint8Array(groupCount);
  for (let at = 0; at < groupOf.length; at++) {
    const index = groupOf[at]!;
    if (isSeen[index] === 1) continue;
    isSeen[index] = 1;
    const group = groups[groupOfTrace[rows[at]!]!]!;
    if (group.kind !== 'value') continue;
    numbers[index] = numberOfText(group.value);
    if (Number.isNaN(numbers[index])) return undefined;
  }
  return numbers;
}

function finish(
  { partition: _partition, labels: _labels, ...item }: Candidate,
  pAdjusted: number,
  aliases: readonly GroupKey[],
  same: SameTraces | undefined,
): RankedKey {
  return { ...item, pAdjusted, aliases, sameTraces: same };
}

/** Of keys that split alike the one that says most stands for them: what somebody wrote down, before what follows from it. */
function placeOf(key: GroupKey): number {
  switch (key.scope) {
    case 'event':
      return isEventName(key) ? 1 : 0;
    case 'tag':
      return 2;
    case 'resource':
      return 3;
    case 'trace':
      return 4;
  }
}
