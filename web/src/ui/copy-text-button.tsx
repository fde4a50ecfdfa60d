import { type ReactNode, useEffect, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { CheckIcon } from './icons/check-icon.tsx';
import { CopyIcon } from './icons/copy-icon.tsx';
import { useWords } from './words/use-words.ts';

/** So long the button says what came of it. */
const SAID_MS = 2000;

interface CopyTextButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  text: string;
  label: string;
  icon?: ReactNode;
}

/** Puts a text on the clipboard and says for two seconds that it did, or that the browser did not allow it. */
export function CopyTextButton({ text, label, icon = <CopyIcon />, ...rest }: CopyTextButtonProps) {
  const { explore } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // Forbidden, or a page without TLS, which has no clipboard: the button says so.
      setOutcome('failed');
    }
  };
  return (
    <Button {...rest} onClick={() => void copy()}>
      {outcome === 'copied' ? <CheckIcon /> : icon}
      <span aria-live="polite">
        {outcome === 'copied' ? explore.copied : outcome === 'failed' ? explore.copyFailed : label}
      </span>
    </Button>
  );
}
