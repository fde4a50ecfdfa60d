import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Filter, SortColumn, Split } from '#core/analysis/explore-question.ts';
import { type Group, NONE, SEVERAL, sideGroup, valueGroup } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { MAX_TAGS_LENGTH, MAX_TRACES_PER_SLICE } from '#core/api.ts';
import type { TagCondition } from '#core/jaeger/tag-conditions.ts';
import { DAY, HOUR, MINUTE, SECOND, unixMicros } from '#core/units.ts';
import {
  CURVES,
  DEFAULT_STATE,
  type ExploreState,
  stateFromSearch,
  stateToSearch,
  type TimeRange,
} from './url-state.ts';

const omikuji: GroupKey = { scope: 'event', key: 'omikuji' };

/** Any text that a URL can carry: a lone half of a surrogate pair cannot be written in UTF-8. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\:=(),&+%#ab\n]{0,6}$/));
const anyName = anyText.filter((text) => text !== '');
const anyKey: fc.Arbitrary<GroupKey> = fc.record({
  scope: fc.constantFrom('event', 'tag', 'resource', 'trace'),
  key: anyText,
});
const anyGroup: fc.Arbitrary<Group> = fc.oneof(
  fc.constantFrom(NONE, SEVERAL, sideGroup('A'), sideGroup('before')),
  anyText.map(valueGroup),
);
const anyInstant = fc.nat(Number.MAX_SAFE_INTEGER - 1).map(unixMicros);
const anyMicros = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const anyRange: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.record({
    kind: fc.constant('last' as const),
    length: fc
      .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(SECOND, MINUTE, HOUR, DAY))
      .map(([n, unit]) => n * unit),
  }),
  fc
    .tuple(anyInstant, anyInstant)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ kind: 'absolute' as const, from: a < b ? a : b, to: a < b ? b : a })),
);
const anyBox: fc.Arbitrary<Box> = fc.tuple(anyInstant, anyInstant, anyMicros, anyMicros).map(([a, b, c, d]) => ({
  from: a < b ? a : b,
  to: a < b ? b : a,
  min: Math.min(c, d),
  max: Math.max(c, d),
}));

const anySplit: fc.Arbitrary<Split> = fc.oneof(
  anyBox.map((box) => ({ kind: 'box' as const, box })),
  anyInstant.map((at) => ({ kind: 'instant' as const, at })),
  fc.constant({ kind: 'filters' as const }),
);

/** Normal form: filters that let pass, then those that leave out, each key once and never without a group; then boxes. */
const anyFilters: fc.Arbitrary<readonly Filter[]> = fc
  .tuple(
    ...(['include', 'exclude'] as const).map((mode) =>
      fc.uniqueArray(
        fc.record({
          kind: fc.constant('groups' as const),
          mode: fc.constant(mode),
          key: anyKey,
          groups: fc.array(anyGroup, { minLength: 1, maxLength: 3 }),
        }),
        { selector: ({ key }) => JSON.stringify(key), maxLength: 3 },
      ),
    ),
    fc.array(anyBox, { maxLength: 2 }),
  )
  .map(([include, exclude, boxes]) => [
    ...(include as Filter[]),
    ...(exclude as Filter[]),
    ...(boxes as Box[]).map((box) => ({ kind: 'box' as const, box })),
  ]);

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const anyTags: fc.Arbitrary<readonly TagCondition[]> = fc.uniqueArray(fc.record({ key: anyName, value: anyText }), {
  selector: ({ key }) => key,
  maxLength: 4,
});
const anyDurations = fc
  .tuple(optional(fc.maxSafeNat()), optional(fc.maxSafeNat()))
  .map(([a, b]) =>
    a !== undefined && b !== undefined && a > b
      ? { minDuration: b, maxDuration: a }
      : { minDuration: a, maxDuration: b },
  );

const anyState: fc.Arbitrary<ExploreState> = fc
  .tuple(
    anyDurations,
    fc.record({
      service: optional(anyName),
      operation: optional(anyName),
      tags: anyTags,
      range: anyRange,
      limit: fc.integer({ min: 1, max: MAX_TRACES_PER_SLICE }),
      isLive: fc.boolean(),
      key: optional(anyKey),
      highlight: optional(anyGroup),
      filters: anyFilters,
      pick: optional(anyBox),
      split: optional(anySplit),
      measure: fc.constantFrom('root', 'extent', 'span', 'self'),
      axis: fc.constantFrom('log', 'linear'),
      tab: fc.constantFrom('distribution', 'time', 'where'),
      curve: fc.constantFrom(...CURVES),
      panels: fc.constantFrom('auto', 'one', 'each'),
      over: fc.constantFrom('traces', 'quantiles'),
      sort: fc.record({
        column: fc.constantFrom<SortColumn>('time', 'root', 'duration', 'spans', 'errors', 'group'),
        direction: fc.constantFrom('ascending', 'descending'),
      }),
      trace: optional(fc.stringMatching(/^[0-9a-f]{1,32}$/)),
    }),
  )
  .map(([durations, rest]) => ({ ...durations, ...rest }));

function withState(patch: Partial<ExploreState>): string {
  return decodeURIComponent(stateToSearch({ ...DEFAULT_STATE, ...patch }));
}

describe('the state in the URL', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(stateFromSearch(stateToSearch(state))).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty where everything is at its default', () => {
    expect(stateToSearch(DEFAULT_STATE)).toBe('');
    expect(stateFromSearch('')).toEqual(DEFAULT_STATE);
  });

  it('names what differs from the default, and nothing else', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.constantFrom(...(Object.keys(DEFAULT_STATE) as (keyof ExploreState)[])),
        (state, name) => {
          const others = { ...state, [name]: DEFAULT_STATE[name] };
          const names = new Set(new URLSearchParams(stateToSearch(others)).keys());
          const alone = new URLSearchParams(stateToSearch({ ...DEFAULT_STATE, [name]: state[name] }));
          for (const parameter of alone.keys()) expect(names).not.toContain(parameter);
        },
      ),
    );
  });

  it.each<[Partial<ExploreState>, string]>([
    [{ service: 'demo', operation: '/handler' }, 'service=demo&operation=/handler'],
    [
      {
        tags: [
          { key: 'omikuji', value: '凶' },
          { key: 'note', value: 'a b' },
        ],
      },
      'tags=omikuji=凶+note="a+b"',
    ],
    [{ minDuration: 1_200_000, maxDuration: 2_000_000 }, 'min=1.2s&max=2s'],
    [{ minDuration: 0 }, 'min=0us'],
    [{ range: { kind: 'last', length: 50 * MINUTE } }, 'last=50m'],
    [{ range: { kind: 'last', length: 2 * DAY } }, 'last=2d'],
    [{ range: { kind: 'last', length: 90 * MINUTE } }, 'last=90m'],
    [{ range: { kind: 'absolute', from: unixMicros(1), to: unixMicros(2) } }, 'from=1&to=2'],
    [{ limit: 1000, isLive: true }, 'limit=1000&live=1'],
    [{ key: omikuji, highlight: valueGroup('凶') }, 'by=event:omikuji&highlight=凶'],
    [{ key: { scope: 'tag', key: 'a:b=c\\' } }, 'by=tag:a\\:b\\=c\\\\'],
    [{ highlight: NONE }, 'highlight=(none)'],
    [{ highlight: valueGroup('(none)') }, 'highlight=\\(none)'],
    [
      { filters: [{ kind: 'groups', mode: 'exclude', key: omikuji, groups: [valueGroup('吉'), SEVERAL] }] },
      'not=event:omikuji=吉&not=event:omikuji=(several)',
    ],
    [{ pick: { from: unixMicros(1), to: unixMicros(2), min: 0.5, max: 4 } }, 'pick=1,2,0.5,4'],
    [{ key: { scope: 'trace', key: 'error' }, highlight: sideGroup('A') }, 'by=trace:error&highlight=(A)'],
    [{ split: { kind: 'box', box: { from: unixMicros(1), to: unixMicros(2), min: 0, max: 4 } } }, 'split=box:1,2,0,4'],
    [{ split: { kind: 'instant', at: unixMicros(7) }, tab: 'where' }, 'split=instant:7&tab=where'],
    [{ split: { kind: 'filters' } }, 'split=filters'],
    [{ measure: 'extent', axis: 'linear', tab: 'time' }, 'latency=extent&axis=linear&tab=time'],
    [{ panels: 'each', over: 'quantiles' }, 'panels=each&over=quantiles'],
    [{ sort: { column: 'duration', direction: 'descending' } }, 'sort=-duration'],
    [{ sort: { column: 'time', direction: 'ascending' } }, 'sort=time'],
  ])('of %j is %s', (patch, search) => {
    expect(withState(patch)).toBe(search);
  });
});

describe('a query string that nobody wrote', () => {
  it('never throws, and what it is read as can be written and read again', () => {
    const names =
      'service operation tags min max last from to limit live by highlight only not box pick split latency axis tab sort trace';
    const anyPair = fc.tuple(
      fc.constantFrom(...names.split(' ')),
      fc.oneof(
        fc.string(),
        fc.stringMatching(/^(event|tag):[\\:=a]{0,5}$/),
        fc.stringMatching(/^([ab]|"| |\\|=){0,9}$/),
        fc.stringMatching(/^[0-9.]{1,4}(us|ms|s|m)$/),
        fc.stringMatching(/^[-0-9,.eE+dhms]{0,12}$/),
      ),
    );
    fc.assert(
      fc.property(fc.array(anyPair), (pairs) => {
        const state = stateFromSearch(new URLSearchParams(pairs).toString());
        const { service, operation, limit } = state;
        expect(stateFromSearch(stateToSearch(state))).toEqual(state);
        for (const name of [service, operation]) expect(name).not.toBe('');
        expect(limit).toBeGreaterThanOrEqual(1);
        expect(limit).toBeLessThanOrEqual(MAX_TRACES_PER_SLICE);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        stateFromSearch(text);
      }),
    );
  });

  it.each([
    'service=&operation=',
    'tags=',
    'tags=error',
    'tags=a="b',
    `tags=a=${'b'.repeat(MAX_TAGS_LENGTH)}`,
    'min=5',
    'min=-1s&max=fast',
    'min=2s&max=1s',
    'last=',
    'last=0m',
    'last=-5m',
    'last=1e3m',
    'last=9999999s',
    'from=1',
    'from=2&to=1',
    'from=&to=5',
    'from=-1&to=5',
    'from=1.5&to=5',
    'from=0x1&to=0x2',
    `from=1&to=${'9'.repeat(30)}`,
    'limit=0',
    'limit=1501',
    'limit=1.5',
    'limit=0x10',
    'live=yes',
    'by=omikuji',
    'by=span:omikuji',
    'only=event:omikuji',
    'only=omikuji=凶',
    'box=1,2,3',
    'box=,,,',
    'box=1,2,3,4,5',
    'box=2,1,3,4',
    'box=1,2,4,3',
    'box=1,2,3,Infinity',
    'pick=a,b,c,d',
    'latency=toString',
    'axis=LOG',
    'tab=what',
    'split=box:1,2,3',
    'split=instant:',
    'split=instant:-1',
    'split=halves',
    'sort=-',
    'sort=--time',
    'sort=constructor',
    'trace=xyz',
    `trace=${'a'.repeat(33)}`,
    'trace=../../etc',
  ])('is at its default where it cannot be read: %s', (search) => {
    expect(stateFromSearch(search)).toEqual(DEFAULT_STATE);
  });

  it('is taken as meant where it may be written in two ways', () => {
    expect(stateFromSearch('last=15m')).toEqual(DEFAULT_STATE);
    expect(stateFromSearch('last=24h').range).toEqual({ kind: 'last', length: DAY });
    expect(stateFromSearch('trace=ABC').trace).toBe('abc');
    expect(stateFromSearch('highlight=').highlight).toEqual(valueGroup(''));
    expect(stateFromSearch('highlight=(other)').highlight).toEqual(valueGroup('(other)'));
    expect(stateFromSearch('by=event:a=b').key).toEqual({ scope: 'event', key: 'a' });
  });

  it('has groups of one key together, though their filters are apart', () => {
    const search = 'only=event:omikuji=凶&only=tag:user=7&only=event:omikuji=(none)';
    expect(stateFromSearch(search).filters).toEqual([
      { kind: 'groups', mode: 'include', key: omikuji, groups: [valueGroup('凶'), NONE] },
      { kind: 'groups', mode: 'include', key: { scope: 'tag', key: 'user' }, groups: [valueGroup('7')] },
    ]);
  });
});
