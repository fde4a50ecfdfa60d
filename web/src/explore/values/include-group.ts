import type { Filter } from '#core/analysis/explore-question.ts';
import { type Group, isSameGroup } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { isGroupFilterOf } from './is-group-filter-of.ts';

/** Lets a group pass again: takes it out of what is left out, and adds it to a filter that lets only some groups of its key pass. */
export function includeGroup(filters: readonly Filter[], key: GroupKey, group: Group): readonly Filter[] {
  return filters.flatMap((filter): readonly Filter[] => {
    if (!isGroupFilterOf(filter, key)) return [filter];
    const others = filter.groups.filter((other) => !isSameGroup(other, group));
    if (filter.mode === 'include') return [{ ...filter, groups: [...others, group] }];
    return others.length === 0 ? [] : [{ ...filter, groups: others }];
  });
}
