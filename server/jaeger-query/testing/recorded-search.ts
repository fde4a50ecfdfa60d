import { type UnixMicros, unixMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import type { RecordedDialect } from './recorded-answers.ts';

/** Of v3, in their present spelling; the older one is the same in snake case, but for the limit. */
const V3_NAMES: Readonly<Record<string, string>> = {
  'query.servicename': 'service',
  'query.operationname': 'operation',
  'query.starttimemin': 'start',
  'query.starttimemax': 'end',
  'query.searchdepth': 'limit',
  'query.numtraces': 'limit',
  'query.attributes': 'tags',
  'query.durationmin': 'minDuration',
  'query.durationmax': 'maxDuration',
  'query.rawtraces': 'raw',
};

const KNOWN = ['service', 'operation', 'start', 'end', 'limit', 'tags', 'minDuration', 'maxDuration', 'raw'];

/** The parameters of a search under their legacy names; `undefined` where one is not among those that are understood here. */
export function searchParametersOf(
  query: URLSearchParams,
  dialect: RecordedDialect,
): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [key, value] of query) {
    const name = dialect === 'legacy' ? key : V3_NAMES[key.replaceAll('_', '').toLowerCase()];
    if (name === undefined || !KNOWN.includes(name) || found.has(name)) return undefined;
    found.set(name, value);
  }
  return found;
}

/** What is searched for; `undefined` where that depends on the clock or is not understood here. */
export function recordedSearchOf(
  parameters: ReadonlyMap<string, string>,
  dialect: RecordedDialect,
): TraceSearch | undefined {
  const at = dialect === 'legacy' ? microsOfDigits : microsOfRfc3339;
  const start = at(parameters.get('start'));
  const end = at(parameters.get('end'));
  const service = parameters.get('service');
  const limit = Number(parameters.get('limit') ?? 100);
  const tags = tagsOf(parameters.get('tags') ?? '{}');
  const minDuration = durationOf(parameters.get('minDuration'));
  const maxDuration = durationOf(parameters.get('maxDuration'));
  // Of v3, whether a window of nothing is refused was not recorded.
  if (dialect === 'v3' && start === end) return undefined;
  if (!service || start === undefined || end === undefined || tags === undefined) return undefined;
  if (!Number.isSafeInteger(limit) || limit < 1 || minDuration === 'unknown' || maxDuration === 'unknown')
    return undefined;
  return {
    service,
    operation: parameters.get('operation') || undefined,
    start,
    end,
    limit,
    tags,
    minDuration: minDuration || undefined,
    maxDuration: maxDuration || undefined,
  };
}

/** Conditions out of a JSON object of texts. */
export function tagsOf(json: string): TraceSearch['tags'] | undefined {
  try {
    const entries = Object.entries(JSON.parse(json));
    const tags = entries.flatMap(([key, value]) => (typeof value === 'string' ? [{ key, value }] : []));
    return tags.length === entries.length && json.trimStart().startsWith('{') ? tags : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function microsOfDigits(text: string | undefined): UnixMicros | undefined {
  return text !== undefined && /^\d{1,17}$/.test(text) ? unixMicros(Number(text)) : undefined;
}

function microsOfRfc3339(text: string | undefined): UnixMicros | undefined {
  const [, second, fraction = '', zone] = /^([\dT:-]{19})(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text ?? '') ?? [];
  const millis = Date.parse(`${second}${zone}`);
  return Number.isNaN(millis) ? undefined : unixMicros(millis * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6)));
}

const MICROS_OF_UNIT: Readonly<Record<string, number>> = { us: 1, ms: 1000, s: 1_000_000 };

/** Whole µs, ms or s: `500ms`. */
function durationOf(text: string | undefined): number | undefined | 'unknown' {
  if (text === undefined) return undefined;
  const [, digits, unit = ''] = /^(\d{1,16})(us|ms|s)$/.exec(text) ?? [];
  return digits === undefined ? 'unknown' : Number(digits) * (MICROS_OF_UNIT[unit] ?? 1);
}
