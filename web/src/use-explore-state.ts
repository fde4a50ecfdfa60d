import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { explorePath, ROUTES } from './routes.ts';
import { type ChangeExplore, type ExploreState, stateFromSearch } from './url-state.ts';

/** The state of the Explore page, which is its URL; while another page is open, as it was last. */
export function useExploreState(): {
  readonly state: ExploreState;
  readonly change: ChangeExplore;
  /** Explore is open, or was before another page: only then are its traces worth reading. */
  readonly wasOpen: boolean;
} {
  const { path, search } = useAddress();
  const isExplore = path === ROUTES.explore;
  const lastSearch = useRef(isExplore ? search : undefined);
  if (isExplore) lastSearch.current = search;
  const wasOpen = lastSearch.current !== undefined;
  const shownSearch = lastSearch.current ?? '';
  const state = useMemo(() => stateFromSearch(shownSearch), [shownSearch]);

  const change = useCallback<ChangeExplore>((patch, options) => {
    // The address is ahead of what is drawn: two changes in a row must not undo one another.
    const isOpen = location.pathname === ROUTES.explore;
    const newest = stateFromSearch(isOpen ? location.search : (lastSearch.current ?? ''));
    navigate(explorePath({ ...newest, ...patch }), { replace: options?.replace ?? false });
  }, []);
  return { state, change, wasOpen };
}

interface Address {
  readonly path: string;
  readonly search: string;
}

function currentAddress(): Address {
  return { path: location.pathname, search: location.search };
}

/**
 * The address, as the router tells of it by events. What follows from a new one is drawn piece by piece, so that whatever changed it
 * does not keep the page from the next input. While something is dragged (which replaces the address) it is drawn in one piece,
 * after the handler of the move: a piecemeal drawing would be given up with every move. So is the trace in the drawer: who goes from one
 * to the next by keys must not be a trace ahead of what is seen.
 */
function useAddress(): Address {
  const [address, setAddress] = useState(currentAddress);
  useEffect(() => {
    let taken = currentAddress();
    const take = (): void => {
      taken = currentAddress();
      setAddress(taken);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const takeNext = (): void => {
      clearTimeout(timer);
      timer = setTimeout(take);
    };
    const takeCalmly = (): void => {
      if (traceIn(taken) === traceIn(currentAddress())) startTransition(take);
      else takeNext();
    };
    addEventListener('popstate', takeCalmly);
    addEventListener('pushState', takeCalmly);
    addEventListener('replaceState', takeNext);
    return () => {
      removeEventListener('popstate', takeCalmly);
      removeEventListener('pushState', takeCalmly);
      removeEventListener('replaceState', takeNext);
      clearTimeout(timer);
    };
  }, []);
  return address;
}

function traceIn({ search }: Address): string | null {
  return new URLSearchParams(search).get('trace');
}
