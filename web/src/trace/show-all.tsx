import { type ReactNode, useState } from 'react';
import { useLateWords } from '../ui/words/use-late-words.ts';
import classes from './span-details.module.css';

interface ShowAllProps<T> {
  readonly items: readonly T[];
  /** As many are shown at first. */
  readonly first: number;
  /** Those that are shown at first wherever they stand. */
  readonly isKept?: (item: T) => boolean;
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** The first of many items, those that matter, and a button for the others. */
export function ShowAll<T>({ items, first, isKept = () => false, children }: ShowAllProps<T>) {
  const words = useLateWords().trace;
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      {children(isWhole ? items : items.filter((item, index) => index < first || isKept(item)))}
      {items.length > first && (
        <button type="button" className={classes.more} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? words.showFewer : words.showAll(items.length)}
        </button>
      )}
    </>
  );
}
