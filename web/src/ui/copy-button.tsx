import { useEffect, useState } from 'react';
import classes from './copy-button.module.css';
import { CheckIcon } from './icons/check-icon.tsx';
import { CopyIcon } from './icons/copy-icon.tsx';

/** So long the button says that it has copied. */
const SAID_MILLIS = 2000;

/** Copies a text. Not there where the browser has no clipboard to write to (a page without TLS): the text beside it can be selected. */
export function CopyButton({ text, label, copiedLabel }: { text: string; label: string; copiedLabel: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SAID_MILLIS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  if (navigator.clipboard === undefined) return null;
  const shown = isCopied ? copiedLabel : label;
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={shown}
      title={shown}
      aria-live="polite"
      onClick={() => {
        // Refused where the reader forbade it: then the button simply does not say that it copied.
        navigator.clipboard.writeText(text).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        );
      }}
    >
      {isCopied ? <CheckIcon sizePx={14} /> : <CopyIcon sizePx={14} />}
    </button>
  );
}
