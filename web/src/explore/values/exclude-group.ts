import type { Filter } from '#core/analysis/explore-question.ts';
import { type Group, isSameGroup } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { includeGroup } from './include-group.ts';
import { isGroupFilterOf } from './is-group-filter-of.ts';

/**
 * Leaves a group out. Where only some groups of its key pass, it is no longer one of them; of the last one to pass all *other*
 * groups are let in, for a filter that nothing passes answers no question.
 */
export function excludeGroup(filters: readonly Filter[], key: GroupKey, group: Group): readonly Filter[] {
  const only = filters.find((filter) => isGroupFilterOf(filter, key) && filter.mode === 'include');
  if (only?.kind === 'groups') {
    const left = only.groups.filter((other) => !isSameGroup(other, group));
    if (left.length > 0) return filters.map((filter) => (filter === only ? { ...only, groups: left } : filter));
  }
  const others = includeGroup(
    filters.filter((filter) => filter !== only),
    key,
    group,
  );
  const isSameKey = (filter: Filter) => isGroupFilterOf(filter, key);
  if (!others.some(isSameKey)) return [...others, { kind: 'groups', mode: 'exclude', key, groups: [group] }];
  return others.map((filter) =>
    isGroupFilterOf(filter, key) ? { ...filter, groups: [...filter.groups, group] } : filter,
  );
}
