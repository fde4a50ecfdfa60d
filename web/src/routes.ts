import type { Group } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { DEFAULT_STATE, type ExploreState, stateToSearch } from './url-state.ts';

/**
 * The pages and their addresses.
 *
 *     /                Explore: the finding, charts, values and traces of a service; its state is in the query (url-state.ts)
 *     /trace/{id}      one trace; `by` and `highlight` of the query say what to mark
 */
export const ROUTES = { explore: '/', trace: '/trace/:id' } as const;

/** Where the Explore page stands with this state. */
export function explorePath(state: ExploreState): string {
  const search = stateToSearch(state);
  return search === '' ? '/' : `/?${search}`;
}

/** Where the page of a trace stands, with what is highlighted in it. */
export function tracePath(traceId: string, mark: { readonly key?: GroupKey; readonly highlight?: Group }): string {
  const search = stateToSearch({ ...DEFAULT_STATE, key: mark.key, highlight: mark.highlight });
  return `/trace/${encodeURIComponent(traceId)}${search === '' ? '' : `?${search}`}`;
}
