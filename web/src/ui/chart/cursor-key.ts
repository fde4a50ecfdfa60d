import type { KeyboardEvent } from 'react';

const STEP_PX = 2;
const LONG_STEP_PX = 24;

/** Where a key takes a cursor along an axis that is so long; `undefined` for any other key. */
export function keyTarget(event: KeyboardEvent, px: number, lengthPx: number): number | undefined {
  const step = event.shiftKey ? LONG_STEP_PX : STEP_PX;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, px - step);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(lengthPx, px + step);
    case 'PageDown':
      return Math.max(0, px - LONG_STEP_PX);
    case 'PageUp':
      return Math.min(lengthPx, px + LONG_STEP_PX);
    case 'Home':
      return 0;
    case 'End':
      return lengthPx;
    default:
      return undefined;
  }
}
