import { useEffect, useEffectEvent } from 'react';

interface StepKeys {
  /** `undefined` at an end of the list. */
  readonly onNext: (() => void) | undefined;
  readonly onPrevious: (() => void) | undefined;
}

/** `j` and `k` go to the next and the previous trace, wherever the focus is but in a field. On the document: Mantine's dialog takes no key handler. */
export function useStepKeys({ onNext, onPrevious }: StepKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null) return;
    const step = event.key === 'j' ? onNext : event.key === 'k' ? onPrevious : undefined;
    if (step === undefined) return;
    event.preventDefault();
    step();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
