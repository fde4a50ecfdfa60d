import type { Group } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';

export type MarkShape = 'diamond' | 'disc' | 'square' | 'triangle' | 'ring' | 'box' | 'delta';

/** How a group is drawn, everywhere alike: colour, mark and dash, so that it is never colour alone. */
export interface GroupStyle {
  /** A CSS colour (a token). */
  readonly color: string;
  /** A CSS colour with the contrast of text. */
  readonly textColor: string;
  readonly mark: MarkShape;
  /** SVG `stroke-dasharray`; `undefined` is solid. */
  readonly dash: string | undefined;
  /** One of the six slots, the highlight, or drawn with the rest as *Other*. */
  readonly role: 'highlight' | 'slot' | 'other';
}

/** As many values as can be told apart (the seventh colour's distance falls to 12). */
export const MAX_DRAWN_VALUES = 6;

const SLOTS: readonly Omit<GroupStyle, 'textColor' | 'role'>[] = [
  { color: 'var(--k-g0)', mark: 'disc', dash: undefined },
  { color: 'var(--k-g1)', mark: 'square', dash: '7 3' },
  { color: 'var(--k-g2)', mark: 'triangle', dash: '2 2.5' },
  { color: 'var(--k-g3)', mark: 'ring', dash: '10 2 2 2' },
  { color: 'var(--k-g4)', mark: 'box', dash: '5 2 1.5 2 1.5 2' },
  { color: 'var(--k-g5)', mark: 'delta', dash: '12 3' },
];

const HIGHLIGHT: GroupStyle = {
  color: 'var(--k-hi)',
  textColor: 'var(--k-hi-text)',
  mark: 'diamond',
  dash: undefined,
  role: 'highlight',
};

const OTHER: GroupStyle = {
  color: 'var(--k-other)',
  textColor: 'var(--k-ink2)',
  mark: 'disc',
  dash: undefined,
  role: 'other',
};

/**
 * The style of each group, parallel to `groups`. A value's slot is a hash of key and value; of values that meet in a slot the first
 * in order of UTF-16 units keeps it and the next takes the next free one. So colours depend on which values are drawn, and neither on
 * their order nor, up to six, on their counts: they do not move while more of the same arrives. A *new* value recolours no value that
 * has the slot of its own hash, but one that it meets there, and may those that had to move on before. The highlighted value keeps its
 * slot reserved, so that moving the highlight recolours two values only. Beyond six values the smallest are *Other*.
 */
export function groupStyles(
  key: GroupKey | undefined,
  groups: readonly { readonly group: Group; readonly isHighlight: boolean; readonly n: number }[],
): readonly GroupStyle[] {
  const values = groups
    .flatMap(({ group, n }) => (group.kind === 'value' ? [{ value: group.value, n }] : []))
    .sort((a, b) => b.n - a.n || compareTexts(a.value, b.value))
    .slice(0, MAX_DRAWN_VALUES)
    .map(({ value }) => value)
    .sort(compareTexts);
  const slotOfValue = new Map<string, number>();
  const taken = new Set<number>();
  const later: { readonly value: string; readonly wanted: number }[] = [];
  for (const value of values) {
    const wanted = hash(`${key?.scope}\0${key?.key}\0${value}`) % SLOTS.length;
    if (taken.has(wanted)) {
      later.push({ value, wanted });
    } else {
      taken.add(wanted);
      slotOfValue.set(value, wanted);
    }
  }
  for (const { value, wanted } of later) {
    let slot = wanted;
    while (taken.has(slot)) slot = (slot + 1) % SLOTS.length;
    taken.add(slot);
    slotOfValue.set(value, slot);
  }
  return groups.map(({ group, isHighlight }) => {
    if (isHighlight) return HIGHLIGHT;
    if (group.kind === 'side') return { ...SLOTS[2]!, textColor: 'var(--k-ink)', role: 'slot' };
    const slot = group.kind === 'value' ? slotOfValue.get(group.value) : undefined;
    return slot === undefined ? OTHER : { ...SLOTS[slot]!, textColor: 'var(--k-ink)', role: 'slot' };
  });
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
