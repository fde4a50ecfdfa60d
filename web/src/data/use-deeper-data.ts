import { useCallback, useMemo } from 'react';
import type { ContrastRow } from '#core/analysis/contrast/contrast-row.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import type { FoundValue } from '#core/analysis/find-values.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import type { KeyCurve } from '#core/analysis/key-curves.ts';
import type { RankedKey } from '#core/analysis/rank/ranked-key.ts';
import type { Call } from '#core/analysis/where/example-trace.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import type { SpanStore } from './span-store.ts';
import { type Deeper, useDeeper } from './use-deeper.ts';
import type { Explored } from './use-explore.ts';

/** What goes deeper into the answer, and so comes after it. */
export interface DeeperData {
  /** Where the difference lies between the highlighted traces and the others. */
  readonly where: Deeper<WhereAnswer>;
  /** What goes with latency. */
  readonly ranked: Deeper<readonly RankedKey[]>;
  /** Which values the highlighted traces have more often than the others. */
  readonly askContrast: () => Promise<readonly ContrastRow[] | undefined>;
  /** Values that hold a text. */
  readonly findValues: (text: string) => Promise<readonly FoundValue[]>;
  /** Curves of a key that is only looked at. */
  readonly askCurves: (key: GroupKey) => Promise<readonly KeyCurve[] | undefined>;
  /** Id of the trace to look at for a path. */
  readonly askExample: (side: 'a' | 'b', path: readonly Call[]) => Promise<string | undefined>;
}

/** What goes deeper into an answer: asked for as soon as it is there, or when it is wanted. */
export function useDeeperData(store: SpanStore | undefined, { answer, question, where: first }: Explored): DeeperData {
  const traces = answer?.included ?? 0;
  const askWhere = store && ((mostTraces?: number) => store.deeper('where', mostTraces));
  const where = useDeeper(askWhere, answer, traces, first);
  const scope = useMemo(() => answer && question && rankScope(answer, question), [answer, question]);
  const askRank = store && ((mostTraces?: number) => store.deeper('rank', mostTraces));
  const ranked = useDeeper(askRank, scope, traces);
  const findValues = useCallback(async (text: string) => (await store?.findValues(text)) ?? [], [store]);
  return useMemo(
    () => ({
      findValues,
      where,
      ranked,
      askContrast: async () => store?.deeper('contrast'),
      askCurves: async (key) => store?.deeper('curves', key),
      askExample: async (side, path) => store?.deeper('example', side, path),
    }),
    [store, findValues, where, ranked],
  );
}

/** What a ranking depends on: not on which value is highlighted, picked or split off, nor, for most measures, on the key. */
function rankScope(answer: ExploreAnswer, { measure, filters, split, from, to }: ExploreQuestion): string {
  const carrierKey = measure === 'span' || measure === 'self' ? answer.key : undefined;
  return JSON.stringify([
    measure,
    carrierKey,
    filters,
    split?.kind === 'filters',
    from,
    to,
    answer.loaded,
    answer.included,
  ]);
}
