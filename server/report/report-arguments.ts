import { parseArgs } from 'node:util';
import { DEFAULT_TRACES_PER_SLICE } from '#core/api.ts';
import { DAY, HOUR, MINUTE, type Micros, SECOND, type UnixMicros, unixMicros } from '#core/units.ts';

/** What a report is asked for. */
export interface ReportArguments {
  readonly service: string;
  readonly operation: string | undefined;
  readonly start: UnixMicros;
  readonly end: UnixMicros;
  /** Name of the key, or `<scope>:<name>`; `undefined`: the default for the data. */
  readonly by: string | undefined;
  /** Its value to compare with the rest; `undefined`: the default. */
  readonly highlight: string | undefined;
  /** Compares the traces from `after` on with those before `before`, instead of a value with the rest. */
  readonly times: { readonly before: UnixMicros; readonly after: UnixMicros } | undefined;
  readonly where: boolean;
  readonly format: 'markdown' | 'json';
  /** As a share: 0.1 for `10%`. */
  readonly failIfSlower: number | undefined;
  readonly limit: number;
}

export type ParsedArguments =
  | { readonly kind: 'arguments'; readonly arguments: ReportArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'errors'; readonly errors: readonly string[] };

export const REPORT_USAGE = `Usage: npm run -s report -- --service NAME [options]

  --service NAME          the service whose traces are read
  --operation NAME        only traces with a span of this operation of it
  --since 1h              the last 30s, 15m, 1h, 2d, … (default 1h)
  --start T --end T       a range instead; T is RFC 3339 (2026-11-23T09:00:00Z) or µs since 1970
  --by KEY                what to group by: an annotation (omikuji, or event:omikuji, tag:…, resource:…), or of the
                          trace itself trace:root, trace:spans, trace:error, trace:services, trace:hour (UTC),
                          trace:half, "trace:calls SERVICE OPERATION" (default: omikuji if it is there, else the
                          first key that splits the traces)
  --highlight VALUE       the value to compare with the rest (default: 凶 if it occurs, else the slowest)
  --before T, --after T   compare the traces from --after on with those before --before; one of them stands for both
  --where                 in which span the difference lies
  --format markdown|json  (default markdown)
  --fail-if-slower 10%    exit with 4 if it is clearly slower, by more than this share of the other median
  --help                  this text

The Jaeger to read is JAEGER_QUERY_URL, with the other variables of the README. Without it, it is the embedded one of
an "npm start" on this machine: http://127.0.0.1:16686, or what HOST and JAEGER_QUERY_PORT say.

Exit codes: 0 done; 2 bad usage, or a name that is not there; 3 Jaeger cannot be read, or only a part of the range;
4 --fail-if-slower is true; 130 interrupted. Only the report goes to standard output.
`;

const DEFAULT_SINCE: Micros = HOUR;
const UNITS: Readonly<Record<string, Micros>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** Reads the command line; every mistake is told, not the first only. */
export function parseReportArguments(argv: readonly string[], now: UnixMicros): ParsedArguments {
  const read = readOptions(argv);
  if (typeof read === 'string') return { kind: 'errors', errors: [read] };
  if (read.help === true) return { kind: 'help' };
  const errors: string[] = [];
  const take = <T>(name: string, text: string | undefined, parse: (text: string) => T | undefined, allowed: string) => {
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) errors.push(`--${name} is ${JSON.stringify(text)}, but must be ${allowed}.`);
    return value;
  };
  const instant = (name: 'start' | 'end' | 'before' | 'after') =>
    take(name, read[name], parseInstant, 'an instant as RFC 3339 (2026-11-23T09:00:00Z) or µs since 1970');

  if (!read.service) errors.push('--service is missing: which service’s traces are to be read?');
  const [start, end, before, after] = [instant('start'), instant('end'), instant('before'), instant('after')];
  const since = take('since', read.since, parseLength, 'a length such as 30s, 15m, 1h or 2d');
  const format = take('format', read.format, parseFormat, 'markdown or json');
  const failIfSlower = take('fail-if-slower', read['fail-if-slower'], parsePercent, 'a percentage such as 10%');
  if (read.since !== undefined && (read.start !== undefined || read.end !== undefined)) {
    errors.push('--since and --start/--end both say which range: give one of them.');
  }
  if ((read.start === undefined) !== (read.end === undefined)) errors.push('--start and --end belong together.');
  if (start !== undefined && end !== undefined && start >= end) errors.push('--start must be before --end.');
  const times = before === undefined && after === undefined ? undefined : timesOf(before, after);
  if (times !== undefined && times.before > times.after) errors.push('--before must not be later than --after.');
  if (times !== undefined && read.highlight !== undefined) {
    errors.push('--highlight and --before/--after both say what to compare: give one of them.');
  }
  if (errors.length > 0) return { kind: 'errors', errors };
  return {
    kind: 'arguments',
    arguments: {
      service: read.service ?? '',
      operation: read.operation,
      start: start ?? unixMicros(Math.max(0, now - (since ?? DEFAULT_SINCE))),
      end: end ?? now,
      by: read.by,
      highlight: read.highlight,
      times,
      where: read.where ?? false,
      format: format ?? 'markdown',
      failIfSlower,
      limit: DEFAULT_TRACES_PER_SLICE,
    },
  };
}

function readOptions(argv: readonly string[]) {
  const string = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        service: string,
        operation: string,
        since: string,
        start: string,
        end: string,
        by: string,
        highlight: string,
        before: string,
        after: string,
        where: flag,
        format: string,
        'fail-if-slower': string,
        help: flag,
      },
    }).values;
  } catch (error) {
    // Node's own words name the option that is wrong.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function timesOf(before: UnixMicros | undefined, after: UnixMicros | undefined): ReportArguments['times'] {
  const first = before ?? after;
  const last = after ?? before;
  return first === undefined || last === undefined ? undefined : { before: first, after: last };
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

function parseInstant(text: string): UnixMicros | undefined {
  if (/^\d{1,16}$/.test(text)) return unixMicros(Number(text));
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const fraction = match[1] ?? '';
  const seconds = Date.parse(text.replace(fraction, ''));
  // The parser keeps milliseconds only.
  return Number.isNaN(seconds) ? undefined : unixMicros(seconds * 1000 + Math.floor(Number(`0${fraction}`) * 1e6));
}

function parseLength(text: string): Micros | undefined {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  const length = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN);
  return length > 0 ? length : undefined;
}

function parseFormat(text: string): ReportArguments['format'] | undefined {
  return text === 'markdown' || text === 'json' ? text : undefined;
}

function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,6})?)%$/.exec(text);
  return match === null ? undefined : Number(match[1]) / 100;
}
