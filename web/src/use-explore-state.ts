import { useCallback, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { explorePath } from './routes.ts';
import { type ChangeExplore, type ExploreState, stateFromSearch } from './url-state.ts';

/** The state of the Explore page, which is its URL; while another page is open, as it was last. */
export function useExploreState(): {
  readonly state: ExploreState;
  readonly change: ChangeExplore;
  /** Explore is open, or was before another page: only then are its traces worth reading. */
  readonly wasOpen: boolean;
} {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const isExplore = path === '/';
  const lastSearch = useRef(isExplore ? search : undefined);
  if (isExplore) lastSearch.current = search;
  const wasOpen = lastSearch.current !== undefined;
  const shownSearch = lastSearch.current ?? '';
  const state = useMemo(() => stateFromSearch(shownSearch), [shownSearch]);
  // The newest state, also between two renders: two changes in a row must not undo one another.
  const newest = useRef(state);
  newest.current = state;

  const change = useCallback<ChangeExplore>(
    (patch, options) => {
      newest.current = { ...newest.current, ...patch };
      navigate(explorePath(newest.current), { replace: options?.replace ?? false });
    },
    [navigate],
  );
  return { state, change, wasOpen };
}
