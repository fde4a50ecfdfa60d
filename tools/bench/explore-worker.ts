import { parentPort } from 'node:worker_threads';
import { explore } from '#core/analysis/explore.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import { valueGroup } from '#core/analysis/group.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { generateShopTraces } from '#core/testing/shop-traces.ts';
import { unixMicros } from '#core/units.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

/*
 * Runs in a worker thread, as the analysis does in the browser: 10 000 traces of 20 spans, several questions in turn, so that none
 * profits from the one before.
 */

const TRACES = 10_000;
const SPANS_PER_TRACE = 20;
const WARM_UPS = 3;
const RUNS = 15;
const SORTED = TRACES * SPANS_PER_TRACE;

const ALL: ExploreQuestion = {
  measure: 'root',
  key: { scope: 'event', key: 'cache' },
  highlight: undefined,
  split: undefined,
  filters: [],
  pick: undefined,
  from: unixMicros(0),
  to: unixMicros(Number.MAX_SAFE_INTEGER),
  minutesEastOfUtc: 0,
  sort: { column: 'duration', direction: 'descending' },
};

const TENANT = { scope: 'tag', key: 'tenant' } as const;

/** Each with its limit in ms. Comparing 40 values with their rest is on top of what was asked for, and has none. */
const QUESTIONS: readonly (readonly [name: string, question: ExploreQuestion, limit: number | undefined])[] = [
  ['by an event (miss, hit)', ALL, 50],
  ['by a tag on every span (40 values, each compared)', { ...ALL, key: TENANT }, undefined],
  ['by a tag with several values in a trace', { ...ALL, key: { scope: 'tag', key: 'thread.name' } }, 50],
  [
    'by an event, one tag value filtered out',
    { ...ALL, filters: [{ kind: 'groups', mode: 'exclude', key: TENANT, groups: [valueGroup('tenant-0')] }] },
    50,
  ],
];

parentPort?.postMessage(measureExplore());

function measureExplore(): readonly Figure[] {
  const builder = new SpanTableBuilder();
  for (const trace of generateShopTraces({ seed: 1, traces: TRACES, spansPerTrace: SPANS_PER_TRACE }))
    builder.appendTrace(trace);
  const table = builder.table();
  const times = QUESTIONS.map((): number[] => []);
  const sortTimes: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const sort = timed(() => void Float64Array.from({ length: SORTED }, (_, i) => (i * 7919) % SORTED).sort());
    if (run >= WARM_UPS) sortTimes.push(sort);
    for (const [index, [, question]] of QUESTIONS.entries()) {
      const time = timed(() => void explore(table, question));
      if (run >= WARM_UPS) times[index]?.push(time);
    }
  }
  const sortMillis = median(sortTimes);
  const figures = QUESTIONS.map(
    ([name, , limit], index): Figure => ({
      name: `Explore ${name}`,
      value: median(times[index] ?? []),
      unit: 'ms',
      limit,
    }),
  );
  const slowest = Math.max(...figures.map(({ value }) => value));
  return [
    ...figures,
    { name: `Sorting ${SORTED / 1000} 000 doubles`, value: sortMillis, unit: 'ms', limit: undefined },
    { name: 'The slowest question / that sorting', value: slowest / sortMillis, unit: '×', limit: undefined },
  ];
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
