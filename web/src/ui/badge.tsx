import classes from './badge.module.css';
import { CheckIcon } from './icons/check-icon.tsx';

/** A verdict in a word or two. Certainty is ink: what is clear is filled, what is open is dashed. */
export function Badge({ look, text, title }: { look: 'sure' | 'maybe' | 'plain'; text: string; title?: string }) {
  return (
    <span className={classes.badge} data-look={look} title={title}>
      {look === 'sure' && <CheckIcon sizePx={13} />}
      {text}
    </span>
  );
}
