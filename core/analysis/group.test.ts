import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Group, groupFromText, groupToText, isSameGroup, NONE, SEVERAL, valueGroup } from './group.ts';

const anyGroup: fc.Arbitrary<Group> = fc.oneof(
  fc.constantFrom(NONE, SEVERAL),
  fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\()a]{0,4}$/)).map(valueGroup),
  fc.constantFrom('(none)', '(several)', '\\(none)', '\\\\', '').map(valueGroup),
);

describe('a group as text', () => {
  it.each<[Group, string]>([
    [NONE, '(none)'],
    [SEVERAL, '(several)'],
    [valueGroup('凶'), '凶'],
    [valueGroup(''), ''],
    [valueGroup('(none)'), '\\(none)'],
    [valueGroup('\\d'), '\\\\d'],
    [valueGroup('a\\('), 'a\\('],
  ])('%j is %s', (group, text) => {
    expect(groupToText(group)).toBe(text);
  });

  it('is read back as the group it was', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        expect(groupFromText(groupToText(group))).toEqual(group);
      }),
    );
  });

  it('is the same for the same group only', () => {
    fc.assert(
      fc.property(anyGroup, anyGroup, (a, b) => {
        const isEqual = a.kind === 'value' && b.kind === 'value' ? a.value === b.value : a.kind === b.kind;
        expect(isSameGroup(a, b)).toBe(isEqual);
      }),
    );
  });

  it('takes a parenthesis that it does not know as a value', () => {
    expect(groupFromText('(other)')).toEqual(valueGroup('(other)'));
  });
});
