import type { FailureCode } from './failure-code.ts';
import type { Locale, Words } from './words/words.ts';

/** A failed request as it is told. */
export interface ProblemText {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly advice: string;
  /** Where, and in whose words; English. May be empty. */
  readonly detail: string;
}

interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
  /** The server's own; it knows more than the code says. Empty where it has none. */
  readonly advice: string;
}

/** What to tell of a failure. The server speaks English: elsewhere its advice stands with the details, and ours comes first. */
export function problemText(
  { code, detail, advice }: Failure,
  locale: Locale,
  { problem }: Pick<Words, 'problem'>,
): ProblemText {
  const words = problem.byCode[code];
  if (advice === '') return { ...words, detail };
  if (locale === 'en') return { title: words.title, advice, detail };
  return { ...words, detail: [detail, advice].filter((text) => text !== '').join(' ') };
}
