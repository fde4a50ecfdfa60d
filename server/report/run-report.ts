import { formatCount } from '#core/format/format-count.ts';
import { shownText } from '#core/format/shown-text.ts';
import type { Log } from '#core/log.ts';
import { unixMicrosFromMillis } from '#core/units.ts';
import { type Config, configErrorText, readConfig } from '../config.ts';
import { connectJaeger } from '../connect-jaeger.ts';
import { ERROR_CATALOGUE } from '../errors.ts';
import type { Connection } from '../jaeger-query/connect.ts';
import { JaegerFault } from '../jaeger-query/jaeger-fault.ts';
import { localUrl } from '../url-table.ts';
import { counted } from './counted.ts';
import { instantText } from './instant-text.ts';
import { makeReport } from './make-report.ts';
import { missingHighlight, missingKey, missingService } from './missing-names.ts';
import { type ReadRange, readRange } from './read-range.ts';
import { parseReportArguments, REPORT_USAGE, type ReportArguments } from './report-arguments.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportSchema } from './report-schema.ts';
import { slowerGate } from './slower-gate.ts';

export const EXIT_CODES = { done: 0, badUsage: 2, unreadable: 3, slower: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

export interface ReportEffects {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Aborted where nobody waits any more. */
  readonly signal: AbortSignal;
  /** Takes the report. */
  readonly print: (text: string) => void;
  /** Takes a line of what goes on. */
  readonly tell: (line: string) => void;
}

/** The next word on how far it has come. */
const PROGRESS_MILLIS = 2000;

const MOST_DETAIL_LETTERS = 1000;

/** `npm run report`: reads the traces, prints the report, tells the rest. Throws for bugs only. */
export async function runReport(argv: readonly string[], effects: ReportEffects): Promise<ExitCode> {
  const { env, clock, signal, print, tell } = effects;
  const parsed = parseReportArguments(argv, unixMicrosFromMillis(clock()));
  if (parsed.kind === 'help') {
    print(REPORT_USAGE);
    return EXIT_CODES.done;
  }
  const config = readConfig(env);
  const mistakes = [
    ...(parsed.kind === 'errors' ? parsed.errors : []),
    ...(config.kind === 'errors' ? config.errors.map(configErrorText) : []),
  ];
  if (parsed.kind === 'errors' || config.kind === 'errors') {
    for (const mistake of mistakes) tell(mistake);
    if (parsed.kind === 'errors') tell('All options: npm run -s report -- --help');
    return EXIT_CODES.badUsage;
  }
  const log: Log = (level, message) => {
    if (level !== 'info') tell(message);
  };
  const connection = connectJaeger(config.config, jaegerUrl(config.config), log);
  try {
    return await report(connection, parsed.arguments, effects);
  } catch (error) {
    if (signal.aborted) return EXIT_CODES.interrupted;
    if (!(error instanceof JaegerFault)) throw error;
    tell(faultText(error));
    if (config.config.jaegerQueryUrl === undefined) {
      tell(
        'JAEGER_QUERY_URL is not set, so this is where the Jaeger of "npm start" usually is. It prints where it really is.',
      );
    }
    return EXIT_CODES.unreadable;
  } finally {
    connection.close();
  }
}

async function report(connection: Connection, asked: ReportArguments, effects: ReportEffects): Promise<ExitCode> {
  const { print, tell, signal } = effects;
  const read = await readAll(connection, asked, effects);
  const wrongKey = read.table.traceCount === 0 ? undefined : missingKey(read.table, asked);
  if (wrongKey !== undefined) return badName(wrongKey, read, tell);
  const made = makeReport(read, asked);
  const wrongName =
    made.coverage.traces === 0 ? await missingService(connection.client, asked, signal) : missingHighlight(made, asked);
  if (wrongName !== undefined) return badName(wrongName, read, tell);

  tellCoverage(read, tell);
  // Reading ends the work that can be interrupted: from here on it is the event loop that has to be asked.
  await new Promise(setImmediate);
  signal.throwIfAborted();
  print(asked.format === 'json' ? `${JSON.stringify(reportSchema.parse(made), undefined, 2)}\n` : reportMarkdown(made));
  const gate = asked.failIfSlower === undefined ? undefined : slowerGate(made, asked.failIfSlower);
  if (gate !== undefined) tell(gate.reason);
  if (read.unread?.fault !== undefined) return EXIT_CODES.unreadable;
  return gate?.isSlower === true ? EXIT_CODES.slower : EXIT_CODES.done;
}

/** Where a part was not read, the name may be there: then it is not the usage that is bad. */
function badName(text: string, { unread }: ReadRange, tell: (line: string) => void): ExitCode {
  tell(text);
  if (unread?.fault === undefined) return EXIT_CODES.badUsage;
  tell(unreadText(unread));
  return EXIT_CODES.unreadable;
}

async function readAll(
  { client, storage, status }: Connection,
  asked: ReportArguments,
  { clock, signal, tell }: ReportEffects,
): Promise<ReadRange> {
  const { service, operation, start, end, limit } = asked;
  tell(
    `Reading traces of ${shownText(service)} from ${status().address}, ${instantText(start)} to ${instantText(end)}.`,
  );
  let lastWord = clock();
  let traces = 0;
  const search = { service, operation, start, end, limit, tags: [], minDuration: undefined, maxDuration: undefined };
  return await readRange(client, search, {
    storage,
    signal,
    onSlice: (slice) => {
      traces += slice.traces;
      if (clock() - lastWord < PROGRESS_MILLIS) return;
      lastWord = clock();
      tell(`Read back to ${instantText(slice.start)}: ${counted(traces, 'trace')} so far.`);
    },
  });
}

function tellCoverage({ slices, unread }: ReadRange, tell: (line: string) => void): void {
  const traces = slices.reduce((sum, slice) => sum + slice.traces, 0);
  const requests = slices.reduce((sum, slice) => sum + slice.requests, 0);
  tell(`Read ${counted(traces, 'trace')} in ${counted(requests, 'request')}.`);
  const cut = slices.filter(({ state }) => state === 'cut');
  const last = cut.at(-1);
  if (last !== undefined) {
    tell(
      `In ${formatCount(cut.length)} of ${formatCount(slices.length)} parts of the range, the oldest at ${instantText(last.start)}, there are more traces than Jaeger gives: the report rests on a cut sample.`,
    );
  }
  const problems = slices.flatMap((slice) => slice.problems);
  if (problems[0] !== undefined) {
    tell(
      `Jaeger sent ${counted(problems.length, 'trace')} that cannot be read; the first: ${shownText(problems[0].reason)}`,
    );
  }
  if (unread !== undefined) tell(unreadText(unread));
}

function unreadText({ start, end, fault }: NonNullable<ReadRange['unread']>): string {
  const part = `${instantText(start)} to ${instantText(end)} was not read`;
  if (fault !== undefined) return `The part of the range from ${part}. ${faultText(fault)}`;
  return `The part of the range from ${part}: more spans than that are too many for one report. Ask for a shorter range.`;
}

function faultText({ code, detail, advice }: JaegerFault): string {
  const { title, advice: usual } = ERROR_CATALOGUE[code];
  return `${title}: ${shownText(detail, MOST_DETAIL_LETTERS).replace(/\.$/, '')}. ${advice ?? usual}`;
}

function jaegerUrl({ jaegerQueryUrl, host, jaegerQuery }: Config): URL {
  return jaegerQueryUrl ?? new URL(localUrl(host, jaegerQuery.port));
}
