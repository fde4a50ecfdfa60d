import { createContext, useContext } from 'react';
import type { LateWords, Locale, Words } from './words.ts';

export interface WordsContextValue {
  readonly locale: Locale;
  readonly words: Words;
  /** Absent in English, where they come with the parts that say them: see `useLateWords`. */
  readonly lateWords?: LateWords | undefined;
  readonly setLocale: (locale: Locale) => void;
}

export const WordsContext = createContext<WordsContextValue | undefined>(undefined);

/** The locale, how to switch it, and its words. */
export function useLocale(): WordsContextValue {
  const value = useContext(WordsContext);
  if (value === undefined) throw new Error('useLocale outside WordsProvider');
  return value;
}

/** The words of the interface in the chosen language. */
export function useWords(): Words {
  return useLocale().words;
}
