import type { Filter } from '#core/analysis/explore-question.ts';

/** All filters but the one at `index`. */
export function removeFilter(filters: readonly Filter[], index: number): readonly Filter[] {
  return filters.filter((_, other) => other !== index);
}
