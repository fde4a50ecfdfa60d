import { groupThousands } from './group-thousands.ts';

/** A whole number of things, thousands set apart by U+202F: `84`, `2 855`. */
export function formatCount(count: number): string {
  return groupThousands(count.toFixed(0));
}
