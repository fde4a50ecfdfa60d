import type { ComponentPropsWithRef } from 'react';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './help.module.css';

interface HelpButtonProps extends ComponentPropsWithRef<'button'> {
  /** What is explained, as its heading says it. */
  readonly about: string;
}

/** What stands there closed. */
export function HelpButton({ about, className, ...rest }: HelpButtonProps) {
  const label = useWords().explore.helpAbout(about);
  return (
    <button
      type="button"
      {...rest}
      className={[classes.button, className].filter(Boolean).join(' ')}
      aria-label={label}
      title={label}
    >
      ?
    </button>
  );
}
