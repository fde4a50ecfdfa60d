import { useEffect, useEffectEvent } from 'react';

interface ListKeys {
  readonly container: HTMLElement | null;
  /** Moves the current row by some rows. */
  readonly onMove: (by: number) => void;
  readonly onOpen: () => void;
  readonly onNextHighlighted: () => void;
  /** A row that was moved to is being drawn and will take the focus: keys are for it already. */
  readonly isTakingFocus: () => boolean;
}

/**
 * The keys of the list: `j` `k` and the arrows move, `Enter` opens, `n` goes to the next highlighted row. They work while the list has the
 * focus; the letters also while nothing has it, so that a reader need not look for the list first. Fields and dialogs keep their keys.
 */
export function useListKeys({ container, onMove, onOpen, onNextHighlighted, isTakingFocus }: ListKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      !(event.target instanceof HTMLElement)
    )
      return;
    const isOnRow = container?.contains(event.target) === true && event.target.closest('button, a') === null;
    const isNowhere = event.target === document.body && document.querySelector('[aria-modal=true]') === null;
    if (!isOnRow && !isNowhere) return;
    const action = actionOf(event.key, isOnRow || isTakingFocus());
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'open') onOpen();
    else if (action === 'next') onNextHighlighted();
    else onMove(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

const PAGE_ROWS = 10;

function actionOf(key: string, isOnRow: boolean): number | 'open' | 'next' | undefined {
  switch (key) {
    case 'j':
      return 1;
    case 'k':
      return -1;
    case 'n':
      return 'next';
  }
  if (!isOnRow) return undefined;
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return PAGE_ROWS;
    case 'PageUp':
      return -PAGE_ROWS;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    case 'Enter':
      return 'open';
    default:
      return undefined;
  }
}
