import { startTransition, useId, useOptimistic } from 'react';
import classes from './segments.module.css';

interface SegmentsProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of a few, all of them in sight. Arrow keys choose, as the browser's radio buttons do. */
export function Segments({ label, choices, value, onChoose }: SegmentsProps) {
  const group = useId();
  // What follows may take a while to be drawn; the choice itself is seen at once.
  const [shown, setShown] = useOptimistic(value);
  const choose = (next: string): void =>
    startTransition(() => {
      setShown(next);
      onChoose(next);
    });
  return (
    <div className={classes.segments} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.segment}>
          <input
            type="radio"
            name={group}
            value={choice.value}
            checked={choice.value === shown}
            onChange={() => choose(choice.value)}
          />
          <span>{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
