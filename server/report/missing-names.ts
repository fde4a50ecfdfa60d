import { groupFromText, groupToText } from '#core/analysis/group.ts';
import { keySummaries } from '#core/analysis/key-summaries.ts';
import { formatCount } from '#core/format/format-count.ts';
import { shownText } from '#core/format/shown-text.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import type { JaegerClient } from '../jaeger-query/jaeger-client.ts';
import { DERIVED_KEY_NAMES, findKey } from './find-key.ts';
import type { ReportArguments } from './report-arguments.ts';
import type { Report } from './report-schema.ts';

/** Of each kind so many are listed; the others are counted. */
const MOST_LISTED = 20;

/**
 * Says of a report without traces that Jaeger knows no such service or operation; `undefined` where it does: then the range has none.
 *
 * @throws JaegerFault, or the reason of the signal
 */
export async function missingService(
  client: JaegerClient,
  { service, operation }: ReportArguments,
  signal: AbortSignal,
): Promise<string | undefined> {
  const services = await client.services(signal);
  if (!services.includes(service)) {
    return `Jaeger knows no service ${quoted(service)}. ${listed('services', services)}`;
  }
  if (operation === undefined) return undefined;
  const operations = await client.operations(service, signal);
  if (operations.includes(operation)) return undefined;
  return `Service ${quoted(service)} has no operation ${quoted(operation)}. ${listed('operations', operations)}`;
}

/** Says that no trace carries the key that was asked for, and which there are; `undefined` where one does, or none was asked for. */
export function missingKey(table: SpanTable, { by }: ReportArguments): string | undefined {
  if (by === undefined || findKey(table, by) !== undefined) return undefined;
  const all = Int32Array.from({ length: table.traceCount }, (_, trace) => trace);
  const keys = keySummaries(table, all).map(({ key: { scope, key } }) => `${scope}:${key}`);
  const derived = DERIVED_KEY_NAMES.join(', ');
  return `No trace that was read carries the key ${quoted(by)}. ${listed('keys', keys)} Every trace has ${derived}.`;
}

/** Says that no trace has the value that was asked for, and which there are; `undefined` where one does, or none was asked for. */
export function missingHighlight({ query, groups }: Report, { highlight }: ReportArguments): string | undefined {
  if (highlight === undefined) return undefined;
  const name = groupToText(groupFromText(highlight));
  const values = groups.map(({ value }) => value);
  if (values.includes(name)) return undefined;
  return `No trace that was read has ${shownText(query.by ?? 'a key')} = ${quoted(highlight)}. ${listed('values', values)}`;
}

function listed(what: string, names: readonly string[]): string {
  const different = [...new Set(names)];
  if (different.length === 0) return `There are no ${what}.`;
  const more = different.length - MOST_LISTED;
  const shown = different.slice(0, MOST_LISTED).map(quoted).join(', ');
  return `These ${what} are there: ${shown}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`;
}

function quoted(name: string): string {
  return `"${shownText(name)}"`;
}
