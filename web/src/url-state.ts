import type { Box, Filter, LatencyMeasure, Sort, SortColumn, Split } from '#core/analysis/explore-question.ts';
import { type Group, groupFromText, groupToText } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { DEFAULT_TRACES_PER_SLICE, MAX_TAGS_LENGTH, MAX_TRACES_PER_SLICE } from '#core/api.ts';
import { parseTypedDuration, typedDuration } from '#core/format/typed-duration.ts';
import { parseTagConditions, type TagCondition, tagConditionsText } from '#core/jaeger/tag-conditions.ts';
import { HOUR, MINUTE, type Micros, type UnixMicros, unixMicros } from '#core/units.ts';

/** The time range: a look-back from now, or two instants. */
export type TimeRange =
  | { readonly kind: 'last'; readonly length: Micros }
  | { readonly kind: 'absolute'; readonly from: UnixMicros; readonly to: UnixMicros };

export type ChartTab = 'distribution' | 'time' | 'where';
export const CURVES = ['ecdf', 'density', 'histogram'] as const;
export type Curve = (typeof CURVES)[number];
const PANELS = ['auto', 'one', 'each'] as const;
/** Distributions in one picture, or each value in its own; `auto`: its own from so many values on that one picture is crowded. */
export type Panels = (typeof PANELS)[number];
const OVER_TIME = ['traces', 'quantiles'] as const;
/** What *Over time* draws: every trace, or p50 and p95 of each value in equal parts of the range. */
export type OverTime = (typeof OVER_TIME)[number];

/** Everything that a link to the Explore page carries. What is at its default is not in the URL. */
export interface ExploreState {
  /** `undefined`: `demo` if it exists, else the first. */
  readonly service: string | undefined;
  readonly operation: string | undefined;
  /** Only traces with a span of the service that has all of these, and lasts that long (inclusive): Jaeger is asked for no others. */
  readonly tags: readonly TagCondition[];
  readonly minDuration: Micros | undefined;
  readonly maxDuration: Micros | undefined;
  readonly range: TimeRange;
  /** Traces per slice. */
  readonly limit: number;
  readonly isLive: boolean;
  readonly key: GroupKey | undefined;
  readonly highlight: Group | undefined;
  readonly filters: readonly Filter[];
  readonly pick: Box | undefined;
  /** Two drawn sides in place of the key's groups. */
  readonly split: Split | undefined;
  readonly measure: LatencyMeasure;
  readonly axis: 'log' | 'linear';
  readonly tab: ChartTab;
  readonly curve: Curve;
  readonly panels: Panels;
  readonly over: OverTime;
  readonly sort: Sort;
  /** The trace in the drawer. */
  readonly trace: string | undefined;
}

/** Changes some of the state and so the URL. `replace` leaves no entry in the history (typing, dragging). */
export type ChangeExplore = (patch: Partial<ExploreState>, options?: { readonly replace?: boolean }) => void;

const DEFAULT_LENGTH: Micros = 15 * MINUTE;
export const DEFAULT_RANGE: TimeRange = { kind: 'last', length: DEFAULT_LENGTH };

export const DEFAULT_STATE: ExploreState = {
  service: undefined,
  operation: undefined,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
  range: DEFAULT_RANGE,
  limit: DEFAULT_TRACES_PER_SLICE,
  isLive: false,
  key: undefined,
  highlight: undefined,
  filters: [],
  pick: undefined,
  split: undefined,
  measure: 'root',
  axis: 'log',
  tab: 'distribution',
  curve: 'ecdf',
  panels: 'auto',
  over: 'traces',
  sort: { column: 'time', direction: 'descending' },
  trace: undefined,
};

/**
 * The state as a query string, without the question mark:
 *
 *     service=demo  operation=/handler  tags=omikuji=凶  min=1.2s  max=2s  last=50m | from=<µs>&to=<µs>  limit=500  live=1
 *     by=event:omikuji  highlight=凶  only=event:omikuji=吉  not=event:omikuji=大吉   (the last two repeat; groups of one
 *     key that belong together repeat the key)  box=<from>,<to>,<min>,<max>  pick=…  split=box:<from>,… | instant:<µs> | filters
 *     latency=extent  axis=linear  tab=time  curve=histogram  panels=each  over=quantiles  sort=-duration
 *     trace=<id>
 *
 * Scopes are `event`, `tag`, `resource` and `trace`. In a key `\` stands before `:`, `=` and `\`.
 */
export function stateToSearch(state: ExploreState): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) search.append(name, value);
  };
  put('service', state.service);
  put('operation', state.operation);
  if (state.tags.length > 0) put('tags', tagConditionsText(state.tags));
  if (state.minDuration !== undefined) put('min', typedDuration(state.minDuration));
  if (state.maxDuration !== undefined) put('max', typedDuration(state.maxDuration));
  if (state.range.kind === 'absolute') {
    put('from', String(state.range.from));
    put('to', String(state.range.to));
  } else if (state.range.length !== DEFAULT_LENGTH) {
    put('last', lengthToText(state.range.length));
  }
  if (state.limit !== DEFAULT_STATE.limit) put('limit', String(state.limit));
  if (state.isLive) put('live', '1');
  if (state.key !== undefined) put('by', keyToText(state.key));
  if (state.highlight !== undefined) put('highlight', groupToText(state.highlight));
  for (const filter of state.filters) {
    if (filter.kind === 'box') put('box', boxToText(filter.box));
    else {
      for (const group of filter.groups) {
        put(filter.mode === 'include' ? 'only' : 'not', `${keyToText(filter.key)}=${groupToText(group)}`);
      }
    }
  }
  if (state.pick !== undefined) put('pick', boxToText(state.pick));
  if (state.split !== undefined) put('split', splitToText(state.split));
  if (state.measure !== DEFAULT_STATE.measure) put('latency', state.measure);
  if (state.axis !== DEFAULT_STATE.axis) put('axis', state.axis);
  if (state.tab !== DEFAULT_STATE.tab) put('tab', state.tab);
  if (state.curve !== DEFAULT_STATE.curve) put('curve', state.curve);
  if (state.panels !== DEFAULT_STATE.panels) put('panels', state.panels);
  if (state.over !== DEFAULT_STATE.over) put('over', state.over);
  if (state.sort.column !== 'time' || state.sort.direction !== 'descending') {
    put('sort', (state.sort.direction === 'descending' ? '-' : '') + state.sort.column);
  }
  put('trace', state.trace);
  return search.toString();
}

/** The state that a query string carries. What cannot be read is at its default: a link never breaks the page. */
export function stateFromSearch(text: string): ExploreState {
  const search = new URLSearchParams(text);
  const one = <T extends string>(name: string, allowed: readonly T[], fallback: T): T =>
    allowed.find((value) => value === search.get(name)) ?? fallback;
  const by = search.get('by');
  const highlight = search.get('highlight');
  const pick = search.get('pick');
  const limit = numberFromText(search.get('limit'));
  return {
    // No service and no operation has an empty name.
    service: search.get('service') || undefined,
    operation: search.get('operation') || undefined,
    tags: tagsFromText(search.get('tags') ?? ''),
    ...durationsFromSearch(search),
    range: rangeFromSearch(search),
    limit: Number.isInteger(limit) && limit >= 1 && limit <= MAX_TRACES_PER_SLICE ? limit : DEFAULT_STATE.limit,
    isLive: search.get('live') === '1',
    key: by === null ? undefined : keyFromText(by)?.key,
    highlight: highlight === null ? undefined : groupFromText(highlight),
    filters: filtersFromSearch(search),
    pick: pick === null ? undefined : boxFromText(pick),
    split: splitFromText(search.get('split') ?? ''),
    measure: one('latency', ['root', 'extent', 'span', 'self'], DEFAULT_STATE.measure),
    axis: one('axis', ['log', 'linear'], DEFAULT_STATE.axis),
    tab: one('tab', ['distribution', 'time', 'where'], DEFAULT_STATE.tab),
    curve: one('curve', CURVES, DEFAULT_STATE.curve),
    panels: one('panels', PANELS, DEFAULT_STATE.panels),
    over: one('over', OVER_TIME, DEFAULT_STATE.over),
    sort: sortFromText(search.get('sort')),
    trace: /^[0-9a-f]{1,32}$/i.exec(search.get('trace') ?? '')?.[0].toLowerCase(),
  };
}

function tagsFromText(text: string): readonly TagCondition[] {
  if (text === '' || text.length > MAX_TAGS_LENGTH) return [];
  const parsed = parseTagConditions(text);
  return parsed.kind === 'conditions' ? parsed.conditions : [];
}

function durationsFromSearch(search: URLSearchParams): Pick<ExploreState, 'minDuration' | 'maxDuration'> {
  const minDuration = parseTypedDuration(search.get('min') ?? '');
  const maxDuration = parseTypedDuration(search.get('max') ?? '');
  const isOrdered = (minDuration ?? 0) <= (maxDuration ?? Number.POSITIVE_INFINITY);
  return isOrdered ? { minDuration, maxDuration } : { minDuration: undefined, maxDuration: undefined };
}

const UNITS: readonly (readonly [suffix: string, length: Micros])[] = [
  ['d', 24 * HOUR],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', MINUTE / 60],
];

function lengthToText(length: Micros): string {
  const [suffix, unit] = UNITS.find(([, unit]) => length % unit === 0) ?? UNITS[3]!;
  return `${Math.round(length / unit)}${suffix}`;
}

function rangeFromSearch(search: URLSearchParams): TimeRange {
  const from = numberFromText(search.get('from'));
  const to = numberFromText(search.get('to'));
  if (Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from < to) {
    return { kind: 'absolute', from: unixMicros(from), to: unixMicros(to) };
  }
  const match = /^(\d{1,6})([dhms])$/.exec(search.get('last') ?? '');
  const unit = UNITS.find(([suffix]) => suffix === match?.[2])?.[1];
  const length = Number(match?.[1]) * (unit ?? Number.NaN);
  return length > 0 ? { kind: 'last', length } : DEFAULT_RANGE;
}

function keyToText({ scope, key }: GroupKey): string {
  return `${scope}:${key.replace(/[\\:=]/g, '\\$&')}`;
}

/** The key at the beginning of a text, and what follows its `=`. */
function keyFromText(text: string): { readonly key: GroupKey; readonly rest: string | undefined } | undefined {
  const match = /^(event|tag|resource|trace):((?:[^\\:=]|\\.)*)(?:=([\s\S]*))?$/.exec(text);
  if (match === null) return undefined;
  return { key: { scope: match[1] as GroupKey['scope'], key: match[2]!.replace(/\\(.)/g, '$1') }, rest: match[3] };
}

function filtersFromSearch(search: URLSearchParams): readonly Filter[] {
  const filters: Filter[] = [];
  for (const [name, mode] of [
    ['only', 'include'],
    ['not', 'exclude'],
  ] as const) {
    const groupsOfKey = new Map<string, { readonly key: GroupKey; readonly groups: Group[] }>();
    for (const text of search.getAll(name)) {
      const parsed = keyFromText(text);
      if (parsed?.rest === undefined) continue;
      const id = keyToText(parsed.key);
      const entry = groupsOfKey.get(id) ?? { key: parsed.key, groups: [] };
      entry.groups.push(groupFromText(parsed.rest));
      groupsOfKey.set(id, entry);
    }
    for (const { key, groups } of groupsOfKey.values()) filters.push({ kind: 'groups', mode, key, groups });
  }
  for (const text of search.getAll('box')) {
    const box = boxFromText(text);
    if (box !== undefined) filters.push({ kind: 'box', box });
  }
  return filters;
}

function boxToText({ from, to, min, max }: Box): string {
  return [from, to, min, max].join(',');
}

function boxFromText(text: string): Box | undefined {
  const [from, to, min, max, ...more] = text.split(',').map(numberFromText);
  if (from === undefined || to === undefined || min === undefined || max === undefined || more.length > 0) {
    return undefined;
  }
  if (![from, to, min, max].every(Number.isFinite) || from > to || min > max) return undefined;
  return { from: unixMicros(from), to: unixMicros(to), min, max };
}

function splitToText(split: Split): string {
  switch (split.kind) {
    case 'box':
      return `box:${boxToText(split.box)}`;
    case 'instant':
      return `instant:${split.at}`;
    case 'filters':
      return 'filters';
  }
}

function splitFromText(text: string): Split | undefined {
  if (text === 'filters') return { kind: 'filters' };
  if (text.startsWith('box:')) {
    const box = boxFromText(text.slice('box:'.length));
    return box && { kind: 'box', box };
  }
  const at = text.startsWith('instant:') ? numberFromText(text.slice('instant:'.length)) : Number.NaN;
  return Number.isSafeInteger(at) && at >= 0 ? { kind: 'instant', at: unixMicros(at) } : undefined;
}

/** A decimal number as `String` writes it, else NaN: `Number` takes an empty text for 0, and hexadecimal digits. */
function numberFromText(text: string | null): number {
  return text !== null && /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

const SORT_COLUMNS: readonly SortColumn[] = ['time', 'root', 'duration', 'spans', 'errors', 'group'];

function sortFromText(text: string | null): Sort {
  const column = SORT_COLUMNS.find((name) => name === text?.replace(/^-/, ''));
  if (text === null || column === undefined) return DEFAULT_STATE.sort;
  return { column, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}
