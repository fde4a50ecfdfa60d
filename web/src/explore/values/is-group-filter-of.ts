import type { Filter } from '#core/analysis/explore-question.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';

/** Whether a filter lets groups of this very key pass, or leaves them out. */
export function isGroupFilterOf(filter: Filter, key: GroupKey): filter is Filter & { readonly kind: 'groups' } {
  return filter.kind === 'groups' && filter.key.scope === key.scope && filter.key.key === key.key;
}
