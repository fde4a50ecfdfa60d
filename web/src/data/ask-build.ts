import type { QueryClient } from '@tanstack/react-query';
import { aboutAnswer } from '#core/api.ts';
import { getJson } from './api-client.ts';

/** Has the server tell its build, as each of its answers does; where that is another one than the page's, `useOutdated` knows. */
export function askBuild(client: QueryClient): void {
  // Not the query of `useAbout`: that is given up when a fault takes the page away.
  void client.prefetchQuery({
    queryKey: ['build'],
    queryFn: ({ signal }) => getJson('about', {}, aboutAnswer, signal),
  });
}
