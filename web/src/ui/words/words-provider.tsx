import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { WordsContext } from './use-words.ts';
import type { Locale, Words } from './words.ts';

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
  const [loaded, setLoaded] = useState<{ readonly locale: Locale; readonly words: Words }>({ locale: 'en', words: en });

  useEffect(() => {
    let isCurrent = true;
    document.documentElement.lang = locale;
    if (locale === 'en') {
      setLoaded({ locale, words: en });
    } else {
      void import('./ja.ts').then(({ ja }) => {
        if (isCurrent) setLoaded({ locale, words: ja });
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [locale]);

  const value = useMemo(
    () => ({
      locale: loaded.locale,
      words: loaded.words,
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
