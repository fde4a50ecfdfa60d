import { lateEn } from './late-en.ts';
import { useLocale } from './use-words.ts';
import type { LateWords } from './words.ts';

/** The words of parts that are loaded on first use. Only those may import this: English comes with it. */
export function useLateWords(): LateWords {
  return useLocale().lateWords ?? lateEn;
}
