import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { WordsContext, type WordsContextValue } from './use-words.ts';
import type { Locale } from './words.ts';

type Loaded = Pick<WordsContextValue, 'locale' | 'words' | 'lateWords'>;

const ENGLISH: Loaded = { locale: 'en', words: en };

const STORAGE_KEY = 'kuji-locale';

/** The language chosen before, else the browser's. */
function initialLocale(): Locale {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (stored === 'en' || stored === 'ja') return stored;
  return navigator.languages.some((language) => /^ja\b/i.test(language)) && !/^en\b/i.test(navigator.language)
    ? 'ja'
    : 'en';
}

/** Japanese comes as a chunk of its own; until it is there nothing is drawn, so that no word changes under the reader. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(initialLocale);
  const [loaded, setLoaded] = useState<Loaded>(ENGLISH);

  useEffect(() => {
    let isCurrent = true;
    document.documentElement.lang = locale;
    if (locale === 'en') {
      setLoaded(ENGLISH);
    } else {
      import('./ja.ts').then(
        ({ ja, lateJa }) => {
          if (isCurrent) setLoaded({ locale, words: ja, lateWords: lateJa });
        },
        // Rather English than nothing; that a part is missing is told elsewhere. The choice is remembered for the next page.
        () => {
          if (isCurrent) setLocale('en');
        },
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [locale]);

  const value = useMemo(
    () => ({
      ...loaded,
      setLocale: (next: Locale) => {
        localStorage.setItem(STORAGE_KEY, next);
        setLocale(next);
      },
    }),
    [loaded],
  );
  const isFirstLoad =
    loaded.locale !== locale && loaded.words === en && locale === 'ja' && !document.querySelector('main');
  return <WordsContext value={value}>{isFirstLoad ? null : children}</WordsContext>;
}
