import { describe, expect, it } from 'vitest';
import type { Filter } from '#core/analysis/explore-question.ts';
import { type Group, groupToText, NONE, valueGroup } from '#core/analysis/group.ts';
import type { AnnotationKey } from '#core/spans/span-table.ts';
import { unixMicros } from '#core/units.ts';
import { excludeGroup } from './exclude-group.ts';
import { includeGroup } from './include-group.ts';
import { onlyGroup } from './only-group.ts';
import { removeFilter } from './remove-filter.ts';

const omikuji: AnnotationKey = { scope: 'event', key: 'omikuji' };
const tagOfSameName: AnnotationKey = { scope: 'tag', key: 'omikuji' };
const [bad, good, great] = ['凶', '吉', '大吉'].map(valueGroup) as [Group, Group, Group];
const box: Filter = { kind: 'box', box: { from: unixMicros(1), to: unixMicros(2), min: 0, max: 5 } };

function only(...groups: readonly Group[]): Filter {
  return { kind: 'groups', mode: 'include', key: omikuji, groups };
}

function not(...groups: readonly Group[]): Filter {
  return { kind: 'groups', mode: 'exclude', key: omikuji, groups };
}

function print(filters: readonly Filter[]): string {
  return filters
    .map((filter) =>
      filter.kind === 'box'
        ? 'box'
        : `${filter.mode === 'include' ? 'only' : 'not'} ${filter.key.scope}:${filter.groups.map(groupToText).join('|')}`,
    )
    .join(', ');
}

describe('onlyGroup', () => {
  it('lets one group pass', () => {
    expect(print(onlyGroup([], omikuji, bad))).toBe('only event:凶');
  });

  it('takes the place of every filter on the same key and leaves the others', () => {
    const other: Filter = { kind: 'groups', mode: 'exclude', key: tagOfSameName, groups: [NONE] };
    expect(print(onlyGroup([box, only(good), not(great), other], omikuji, bad))).toBe(
      'box, not tag:(none), only event:凶',
    );
  });
});

describe('excludeGroup', () => {
  it('leaves a group out', () => {
    expect(print(excludeGroup([box], omikuji, bad))).toBe('box, not event:凶');
  });

  it('joins what is left out by the same key', () => {
    expect(print(excludeGroup([not(good)], omikuji, bad))).toBe('not event:吉|凶');
  });

  it('leaves out a group once, however often it is asked', () => {
    expect(print(excludeGroup([not(good, bad)], omikuji, bad))).toBe('not event:吉|凶');
    expect(print(excludeGroup([not(bad)], omikuji, bad))).toBe('not event:凶');
  });

  it('takes a group from those that pass', () => {
    expect(print(excludeGroup([only(bad, good), box], omikuji, bad))).toBe('only event:吉, box');
  });

  it('lets all others pass when the last one that passed is left out', () => {
    expect(print(excludeGroup([only(bad)], omikuji, bad))).toBe('not event:凶');
  });
});

describe('includeGroup', () => {
  it('takes a group out of what is left out', () => {
    expect(print(includeGroup([not(good, bad), box], omikuji, bad))).toBe('not event:吉, box');
  });

  it('drops a filter that leaves nothing out any more', () => {
    expect(print(includeGroup([not(bad)], omikuji, bad))).toBe('');
  });

  it('adds a group to those that pass', () => {
    expect(print(includeGroup([only(good)], omikuji, bad))).toBe('only event:吉|凶');
  });

  it('does not touch a key of the same name in another scope', () => {
    const filters: readonly Filter[] = [{ kind: 'groups', mode: 'exclude', key: tagOfSameName, groups: [bad] }];
    expect(includeGroup(filters, omikuji, bad)).toEqual(filters);
  });

  it('undoes excludeGroup', () => {
    expect(print(includeGroup(excludeGroup([not(great), box], omikuji, bad), omikuji, bad))).toBe(
      'not event:大吉, box',
    );
  });
});

describe('removeFilter', () => {
  it('drops the one at an index', () => {
    expect(print(removeFilter([box, not(bad), only(good)], 1))).toBe('box, only event:吉');
  });
});
