import type { QueryClient } from '@tanstack/react-query';
import type { Outdated } from './outdated.ts';
import { OUTDATED_EVENT } from './tell-outdated.ts';

/** Where `useOutdated` finds it. */
export const OUTDATED_KEY = ['outdated'] as const;

/**
 * Keeps why the page should be loaded anew. That Kuji was updated says more than that a part is missing, and never ends.
 *
 * @param page its window
 * @param ask called where a part is missing: the server's answer may tell that it was updated
 */
export function watchOutdated(page: EventTarget, client: QueryClient, ask: () => void): void {
  const keep = (reason: Outdated): void => {
    client.setQueryData<Outdated>(OUTDATED_KEY, (known) => (known === 'updated' ? known : reason));
    if (reason === 'part-missing') ask();
  };
  page.addEventListener(OUTDATED_EVENT, (event) => keep((event as CustomEvent<Outdated>).detail));
  // Of what Vite puts around every import() of the page: its file, or one that it needs, did not come.
  page.addEventListener('vite:preloadError', () => keep('part-missing'));
}
