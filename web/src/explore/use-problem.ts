import { ApiError } from '../data/api-error.ts';
import { type ProblemText, problemText } from '../ui/problem-text.ts';
import { useLocale } from '../ui/words/use-words.ts';

/** What to tell of a failed request. */
export function useProblem(error: Error): ProblemText {
  const { locale, words } = useLocale();
  const failure = error instanceof ApiError ? error : { code: 'internal' as const, detail: error.message, advice: '' };
  return problemText(failure, locale, words);
}
