import { startTransition, useOptimistic } from 'react';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './key-rail.module.css';

interface KeySearchProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** What is typed is seen at once; what is found by it is drawn when there is time. */
export function KeySearch({ text, onChange }: KeySearchProps) {
  const { keys } = useWords();
  const [shown, setShown] = useOptimistic(text);
  return (
    <input
      type="search"
      className={classes.search}
      value={shown}
      placeholder={keys.search}
      aria-label={keys.search}
      onChange={(event) => {
        const next = event.currentTarget.value;
        startTransition(() => {
          setShown(next);
          onChange(next);
        });
      }}
    />
  );
}
