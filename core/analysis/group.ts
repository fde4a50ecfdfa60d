/** Which group a trace falls into by a key. */
export type Group =
  | { readonly kind: 'value'; readonly value: string }
  /** The trace has no annotation with the key. */
  | { readonly kind: 'none' }
  /** The trace has more than one value. */
  | { readonly kind: 'several' }
  /** The trace is on one side of a split that somebody drew. */
  | { readonly kind: 'side'; readonly side: Side };

/** `A` and `B`, what a drawn box or the filters hold and what not; `after` and `before` an instant. */
export type Side = 'A' | 'B' | 'after' | 'before';
const SIDES: readonly Side[] = ['A', 'B', 'after', 'before'];

export const NONE: Group = { kind: 'none' };
export const SEVERAL: Group = { kind: 'several' };

export function valueGroup(value: string): Group {
  return { kind: 'value', value };
}

export function sideGroup(side: Side): Group {
  return { kind: 'side', side };
}

/**
 * A group as text, one to one, for URLs and map keys: `(none)`, `(several)`, `(A)` and the other sides, else the value itself, with
 * a backslash before values that begin with a parenthesis or a backslash.
 */
export function groupToText(group: Group): string {
  switch (group.kind) {
    case 'none':
      return '(none)';
    case 'several':
      return '(several)';
    case 'side':
      return `(${group.side})`;
    case 'value':
      return /^[(\\]/.test(group.value) ? `\\${group.value}` : group.value;
  }
}

/** The group that `groupToText` wrote. An unknown parenthesis is taken as a value. */
export function groupFromText(text: string): Group {
  if (text === '(none)') return NONE;
  if (text === '(several)') return SEVERAL;
  const side = SIDES.find((name) => text === `(${name})`);
  if (side !== undefined) return sideGroup(side);
  return valueGroup(text.startsWith('\\') ? text.slice(1) : text);
}

export function isSameGroup(a: Group, b: Group): boolean {
  return groupToText(a) === groupToText(b);
}
