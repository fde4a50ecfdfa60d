import { useEffect, useState } from 'react';
import type { FoundValue } from '#core/analysis/find-values.ts';

const NOTHING: readonly FoundValue[] = [];
/** Typing goes on meanwhile. */
const PAUSE_MS = 120;

/** Values that hold what is typed; those for the text before, until the new ones are there. */
export function useFoundValues(
  text: string,
  find: (text: string) => Promise<readonly FoundValue[]>,
): readonly FoundValue[] {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (text === '') {
      setFound(NOTHING);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      void find(text).then((values) => {
        if (isCurrent) setFound(values);
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, find]);
  return text === '' ? NOTHING : found;
}
