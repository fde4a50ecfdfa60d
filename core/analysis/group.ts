/** Which group a trace falls into by a key. */
export type Group =
  | { readonly kind: 'value'; readonly value: string }
  /** The trace has no annotation with the key. */
  | { readonly kind: 'none' }
  /** The trace has more than one value. */
  | { readonly kind: 'several' };

export const NONE: Group = { kind: 'none' };
export const SEVERAL: Group = { kind: 'several' };

export function valueGroup(value: string): Group {
  return { kind: 'value', value };
}

/**
 * A group as text, one to one, for URLs and map keys: `(none)`, `(several)`, else the value itself, with a backslash before
 * values that begin with a parenthesis or a backslash.
 */
export function groupToText(group: Group): string {
  switch (group.kind) {
    case 'none':
      return '(none)';
    case 'several':
      return '(several)';
    case 'value':
      return /^[(\\]/.test(group.value) ? `\\${group.value}` : group.value;
  }
}

/** The group that `groupToText` wrote. An unknown parenthesis is taken as a value. */
export function groupFromText(text: string): Group {
  if (text === '(none)') return NONE;
  if (text === '(several)') return SEVERAL;
  return valueGroup(text.startsWith('\\') ? text.slice(1) : text);
}

export function isSameGroup(a: Group, b: Group): boolean {
  return groupToText(a) === groupToText(b);
}
