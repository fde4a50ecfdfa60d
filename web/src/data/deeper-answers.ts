import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import { DERIVED_KEYS, type DerivedKey } from '#core/analysis/group-key.ts';
import { keyCurves } from '#core/analysis/key-curves.ts';
import { rankKeysInSteps } from '#core/analysis/rank/rank-keys.ts';
import type { RankedKey } from '#core/analysis/rank/ranked-key.ts';
import { sampleRows } from '#core/analysis/sample-rows.ts';
import { sidesOf } from '#core/analysis/sides-of.ts';
import { traceLatencies } from '#core/analysis/trace-latencies.ts';
import { exampleTrace } from '#core/analysis/where/example-trace.ts';
import { where } from '#core/analysis/where/where.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import type { SpanWorkerCalls } from './span-worker-protocol.ts';

/** What can be asked about the traces of an answer. A ranking is computed a step at a time. */
export interface DeeperAnswers extends Pick<SpanWorkerCalls, 'where' | 'contrast' | 'curves' | 'example'> {
  rankInSteps(mostTraces?: number): Generator<void, readonly RankedKey[]>;
}

export function deeperAnswers(table: SpanTable, question: ExploreQuestion, answer: ExploreAnswer): DeeperAnswers {
  const sides = sidesOf(answer);
  // The answer's own arrays move to the page.
  const included = answer.points.trace.slice();
  const { key, keys } = answer;
  const latencies = (): Float64Array => traceLatencies(table, question.measure, key);
  return {
    where(mostTraces = included.length) {
      const share = Math.min(1, mostTraces / included.length);
      const sampled = (rows: Int32Array): Int32Array => sampleRows(rows, Math.ceil(rows.length * share));
      const [a, b] = [sampled(sides.a), sampled(sides.b)];
      return a.length === 0 || b.length === 0 ? undefined : where(table, a, b);
    },
    rankInSteps: (mostTraces = included.length) =>
      rankKeysInSteps(table, sampleRows(included, mostTraces), latencies(), question),
    async contrast() {
      // Asked for on demand, and so no part of what a page starts with.
      const { contrastValues } = await import('#core/analysis/contrast/contrast-values.ts');
      const useful = keys.filter(({ setAside }) => setAside === undefined).map((summary) => summary.key);
      const derived = DERIVED_KEYS.map((name): DerivedKey => ({ scope: 'trace', key: name }));
      return contrastValues(table, sides.a, sides.b, [...useful, ...derived], question);
    },
    curves: (curveKey) => keyCurves(table, included, latencies(), curveKey, question),
    example(side, path) {
      const row = exampleTrace(table, sides[side], path);
      return row === undefined ? undefined : table.traceIds[row]!;
    },
  };
}
