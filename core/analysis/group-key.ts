import type { AnnotationKey } from '../spans/span-table.ts';

/**
 * What a trace is by itself, without any annotation:
 *
 * - `root`: service and operation of its root.
 * - `spans`: how many it has.
 * - `error`: whether one of them is an error, `true` or `false`.
 * - `services`: which take part, in the order of their names.
 * - `hour`: of the day in which it began, `00` to `23`.
 * - `half`: of the range that was asked, `first` or `second`.
 * - `calls <service> <operation>`: whether it has such a span, `true` or `false`.
 */
export interface DerivedKey {
  readonly scope: 'trace';
  readonly key: string;
}

/** What traces can be grouped by. */
export type GroupKey = AnnotationKey | DerivedKey;

/** The keys that every trace has. */
export const DERIVED_KEYS = ['root', 'spans', 'error', 'services', 'hour', 'half'] as const;
export type FixedDerivedKey = (typeof DERIVED_KEYS)[number];

const CALLS = 'calls ';

/** The key for having a span of an operation. */
export function callsKey(service: string, operation: string): DerivedKey {
  return { scope: 'trace', key: `${CALLS}${service} ${operation}` };
}

/** `<service> <operation>` of such a key; `undefined` for another one. */
export function callsOf(key: string): string | undefined {
  return key.startsWith(CALLS) ? key.slice(CALLS.length) : undefined;
}

export function isFixedDerivedKey(key: string): key is FixedDerivedKey {
  return DERIVED_KEYS.some((fixed) => fixed === key);
}

export function isSameKey(a: GroupKey | undefined, b: GroupKey | undefined): boolean {
  return a?.scope === b?.scope && a?.key === b?.key;
}
