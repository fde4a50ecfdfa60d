import type { Filter } from '#core/analysis/explore-question.ts';
import type { Group } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { isGroupFilterOf } from './is-group-filter-of.ts';

/** Lets one group of a key pass and no other, in place of every filter on that key. Filters on other keys and boxes stay. */
export function onlyGroup(filters: readonly Filter[], key: GroupKey, group: Group): readonly Filter[] {
  return onlyGroups(filters, key, [group]);
}

/** The same for several groups. */
export function onlyGroups(filters: readonly Filter[], key: GroupKey, groups: readonly Group[]): readonly Filter[] {
  const others = filters.filter((filter) => !isGroupFilterOf(filter, key));
  return [...others, { kind: 'groups', mode: 'include', key, groups }];
}
