import { useId } from 'react';
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
  return (
    <div className={classes.segments} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.segment}>
          <input
            type="radio"
            name={group}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
