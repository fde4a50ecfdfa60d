import { parentPort } from 'node:worker_threads';
import { explore } from '#core/analysis/explore.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import { keyCurves } from '#core/analysis/key-curves.ts';
import { rememberRows } from '#core/analysis/prepared-rows.ts';
import { rankKeys } from '#core/analysis/rank/rank-keys.ts';
import { sampleRows } from '#core/analysis/sample-rows.ts';
import { sidesOf } from '#core/analysis/sides-of.ts';
import { traceLatencies } from '#core/analysis/trace-latencies.ts';
import { where } from '#core/analysis/where/where.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { generateShopTraces } from '#core/testing/shop-traces.ts';
import { unixMicros } from '#core/units.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

/*
 * Runs in a worker thread, as the analysis does in the browser: 100 000 traces of 10 spans, what the page asks of them.
 */

const TRACES = 100_000;
const SPANS_PER_TRACE = 10;
/** As many as a first answer looks at. */
const SAMPLE_TRACES = 4000;
const WARM_UPS = 1;
const RUNS = 5;

const QUESTION: ExploreQuestion = {
  measure: 'root',
  key: { scope: 'event', key: 'cache' },
  highlight: undefined,
  split: undefined,
  filters: [],
  pick: undefined,
  from: unixMicros(0),
  to: unixMicros(Number.MAX_SAFE_INTEGER),
  minutesEastOfUtc: 0,
  sort: { column: 'time', direction: 'descending' },
};

parentPort?.postMessage(measureExplain());

function measureExplain(): readonly Figure[] {
  const builder = new SpanTableBuilder();
  for (const trace of generateShopTraces({ seed: 1, traces: TRACES, spansPerTrace: SPANS_PER_TRACE })) {
    builder.appendTrace(trace);
  }
  const table = builder.table();
  const prepare = rememberRows();
  const answer = explore(table, QUESTION, prepare);
  const { a, b } = sidesOf(answer);
  const rows = answer.points.trace;
  const latencies = traceLatencies(table, 'root', undefined);
  const ranked = rankKeys(table, rows, latencies, QUESTION);
  const ofSample = (side: Int32Array): Int32Array => sampleRows(side, (SAMPLE_TRACES * side.length) / rows.length);
  const tasks: readonly (readonly [name: string, work: () => unknown, limit: number])[] = [
    [`ranking ${ranked.length} keys`, () => rankKeys(table, rows, latencies, QUESTION), 1500],
    ['curves of one key', () => keyCurves(table, rows, latencies, { scope: 'tag', key: 'tenant' }, QUESTION), 60],
    ['regrouping, quantiles, intervals, comparison', () => explore(table, QUESTION, prepare), 100],
    ['where the difference is', () => where(table, a, b), 300],
    ['ranking a sample of 4 000', () => rankKeys(table, sampleRows(rows, SAMPLE_TRACES), latencies, QUESTION), 100],
    ['where, of a sample of 4 000', () => where(table, ofSample(a), ofSample(b)), 100],
  ];
  const times = tasks.map((): number[] => []);
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    for (const [index, [, work]] of tasks.entries()) {
      const start = performance.now();
      work();
      if (run >= WARM_UPS) times[index]?.push(performance.now() - start);
    }
  }
  return tasks.map(
    ([name, , limit], index): Figure => ({
      name: `100 000 traces of 10 spans: ${name}`,
      value: median(times[index] ?? []),
      unit: 'ms',
      limit,
    }),
  );
}
