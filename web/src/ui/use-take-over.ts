import { type RefObject, useEffect, useRef } from 'react';
import type { FirstUse } from './use-first-use.ts';

/** Makes a control that has just come in the place of its button what that was: focused, and open if it was pressed. */
export function useTakeOver(firstUse: FirstUse, target: RefObject<HTMLElement | null>, open: () => void): void {
  const first = useRef({ firstUse, open });
  useEffect(() => {
    target.current?.focus();
    if (first.current.firstUse === 'open') first.current.open();
  }, [target]);
}
