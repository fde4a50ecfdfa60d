import { formatCount } from '#core/format/format-count.ts';

/** `1 trace`, `2 855 traces`. */
export function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
