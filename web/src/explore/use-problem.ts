import { ApiError } from '../data/api-error.ts';
import { useWords } from '../ui/words/use-words.ts';

export interface Problem {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly advice: string;
  /** Where, and in whose words; English. */
  readonly detail: string;
}

/** What to tell of a failed request. */
export function useProblem(error: Error): Problem {
  const { byCode } = useWords().problem;
  if (error instanceof ApiError) return { ...byCode[error.code], detail: error.detail };
  return { ...byCode.internal, detail: error.message };
}
