import { useEffect, useRef, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import type { SpanStore } from './span-store.ts';
import { SAMPLE_TRACES } from './use-deeper.ts';

export interface Explored {
  /** The newest answer there is; it stays while a newer one is computed. */
  readonly answer: ExploreAnswer | undefined;
  readonly question: ExploreQuestion | undefined;
  /** Where the difference lies, of a sample where the traces are many: it comes with the answer, so that the finding is whole. */
  readonly where: { readonly value: WhereAnswer | undefined } | undefined;
  /** The answer is to an older question or an older state of the table. */
  readonly isStale: boolean;
  /** The answer is to an older state of the table. */
  readonly isBehind: boolean;
}

/**
 * The answer to a question about the span table. Only the newest question counts: while one is being answered the next waits, and
 * an older one that waits is dropped. `question` must keep its identity while it means the same; `revision` names the
 * state of the table. Failures are bugs and are thrown into the nearest error boundary.
 */
export function useExplore(
  store: SpanStore | undefined,
  question: ExploreQuestion | undefined,
  revision: number,
): Explored {
  const [explored, setExplored] = useState<
    Pick<Explored, 'answer' | 'question' | 'where'> & { readonly revision: number }
  >({
    answer: undefined,
    question: undefined,
    where: undefined,
    revision: -1,
  });
  const [failure, setFailure] = useState<unknown>();
  const wanted = useRef<{ readonly question: ExploreQuestion; readonly revision: number }>(undefined);
  const isAsking = useRef(false);

  useEffect(() => {
    if (store === undefined || question === undefined) return;
    wanted.current = { question, revision };
    if (isAsking.current) return;
    const askAll = async (): Promise<void> => {
      isAsking.current = true;
      try {
        for (let next = wanted.current; next !== undefined; next = wanted.current) {
          wanted.current = undefined;
          const answer = await store.explore(next.question);
          const where = { value: await store.deeper('where', SAMPLE_TRACES) };
          setExplored({ answer, where, ...next });
        }
      } catch (error) {
        setFailure(error);
      } finally {
        isAsking.current = false;
      }
    };
    void askAll();
  }, [store, question, revision]);

  if (failure !== undefined) throw failure;
  const { answer } = explored;
  return {
    answer,
    question: explored.question,
    where: explored.where,
    isStale: explored.question !== question || explored.revision !== revision,
    isBehind: explored.revision !== revision,
  };
}
