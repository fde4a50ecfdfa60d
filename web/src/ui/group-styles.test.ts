import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE, SEVERAL, valueGroup } from '#core/analysis/group.ts';
import { type GroupStyle, groupStyles, MAX_DRAWN_VALUES } from './group-styles.ts';

const omikuji = { scope: 'event', key: 'omikuji' } as const;
type Counted = Parameters<typeof groupStyles>[1][number];

function counted(value: string, n = 10, isHighlight = false): Counted {
  return { group: valueGroup(value), n, isHighlight };
}

function stylesByValue(groups: readonly Counted[]): ReadonlyMap<string, GroupStyle> {
  const styles = groupStyles(omikuji, groups);
  return new Map(groups.map(({ group }, i) => [group.kind === 'value' ? group.value : group.kind, styles[i]!]));
}

const anyValues = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 3 }), { minLength: 1, maxLength: 12 });
const anyGroups = anyValues.chain((values) =>
  fc.tuple(
    fc.constant(values),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: values.length, maxLength: values.length }),
  ),
);

function groupsOf([values, counts]: readonly [readonly string[], readonly number[]]): readonly Counted[] {
  return values.map((value, i) => counted(value, counts[i]!));
}

describe('groupStyles', () => {
  it('gives at most six values a slot, each a different one, and the others the style of Other', () => {
    fc.assert(
      fc.property(anyGroups, (described) => {
        const groups = groupsOf(described);
        const slots = groupStyles(omikuji, groups).filter(({ role }) => role === 'slot');
        expect(slots).toHaveLength(Math.min(groups.length, MAX_DRAWN_VALUES));
        for (const of of ['color', 'mark', 'dash'] as const) {
          expect(new Set(slots.map((style) => style[of])).size).toBe(slots.length);
        }
      }),
    );
  });

  it('makes Other of the smallest beyond six', () => {
    const groups = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((value, i) => counted(value, 100 - i));
    const others = [...stylesByValue(groups)].filter(([, { role }]) => role === 'other').map(([value]) => value);
    expect(others).toEqual(['g', 'h']);
  });

  it('does not depend on the order of the groups', () => {
    fc.assert(
      fc.property(anyGroups, fc.integer(), (described, seed) => {
        const groups = groupsOf(described);
        const shuffled = [...groups].sort(
          (a, b) => Math.sin(seed + groups.indexOf(a)) - Math.sin(seed + groups.indexOf(b)),
        );
        expect(new Map([...stylesByValue(shuffled)].sort())).toEqual(new Map([...stylesByValue(groups)].sort()));
      }),
    );
  });

  it('does not depend on the counts, where no more than six values are there', () => {
    fc.assert(
      fc.property(anyGroups, fc.integer({ min: 1, max: 1000 }), (described, factor) => {
        const groups = groupsOf(described).slice(0, MAX_DRAWN_VALUES);
        const grown = groups.map((group, i) => ({ ...group, n: group.n + ((i * factor) % 97) }));
        expect(groupStyles(omikuji, grown)).toEqual(groupStyles(omikuji, groups));
      }),
    );
  });

  it('leaves a value as it is when another comes that no value has to make room for', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const [newcomer, ...known] = values.slice(0, MAX_DRAWN_VALUES);
        const before = stylesByValue(known.map((value) => counted(value)));
        const after = stylesByValue([...known, newcomer!].map((value) => counted(value)));
        const alone = stylesByValue([counted(newcomer!)]).get(newcomer!)!;
        const isFree = ![...before.values()].some(({ mark }) => mark === alone.mark);
        if (!isFree) return;
        for (const value of known) expect(after.get(value)).toEqual(before.get(value));
      }),
    );
  });

  it('lets a newcomer move at most the values that did not have the slot of their own hash, or share its own', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const [newcomer, ...known] = values.slice(0, MAX_DRAWN_VALUES);
        const ownMark = (value: string) => stylesByValue([counted(value)]).get(value)!.mark;
        const before = stylesByValue(known.map((value) => counted(value)));
        const after = stylesByValue([...known, newcomer!].map((value) => counted(value)));
        for (const value of known) {
          const hasOwnSlot = before.get(value)!.mark === ownMark(value);
          if (hasOwnSlot && ownMark(newcomer!) !== ownMark(value)) expect(after.get(value)).toEqual(before.get(value));
        }
      }),
    );
  });

  it('recolours two values only when the highlight moves', () => {
    fc.assert(
      fc.property(anyGroups, fc.nat(), fc.nat(), (described, a, b) => {
        const groups = groupsOf(described);
        const highlighted = (at: number) =>
          groups.map((group, i) => ({ ...group, isHighlight: i === at % groups.length }));
        const before = groupStyles(omikuji, highlighted(a));
        const after = groupStyles(omikuji, highlighted(b));
        const changed = before.flatMap((style, i) =>
          style.mark === after[i]!.mark && style.role === after[i]!.role ? [] : [i],
        );
        const moved = a % groups.length === b % groups.length ? [] : [a % groups.length, b % groups.length];
        expect(changed).toEqual(moved.sort((x, y) => x - y));
        expect(after.filter(({ role }) => role === 'highlight')).toHaveLength(1);
      }),
    );
  });

  it('draws (none) and (several) as Other, unless they are highlighted', () => {
    const [none, several] = groupStyles(omikuji, [
      { group: NONE, n: 9, isHighlight: false },
      { group: SEVERAL, n: 9, isHighlight: true },
    ]);
    expect([none!.role, several!.role]).toEqual(['other', 'highlight']);
    expect(several!.mark).toBe('diamond');
  });

  it('has a slot of its own for a value called like a group that is none', () => {
    expect(groupStyles(undefined, [counted('(none)')])[0]!.role).toBe('slot');
  });
});
