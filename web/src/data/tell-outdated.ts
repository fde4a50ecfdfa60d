import type { Outdated } from './outdated.ts';

/** Of the window; its detail is an `Outdated`. */
export const OUTDATED_EVENT = 'kuji:outdated';

/** Tells the page that it should be loaded anew. */
export function tellOutdated(reason: Outdated): void {
  window.dispatchEvent(new CustomEvent(OUTDATED_EVENT, { detail: reason }));
}
