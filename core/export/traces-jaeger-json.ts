import { encodeLegacyTrace } from '../jaeger/encode-legacy-trace.ts';
import type { SpanTable } from '../spans/span-table.ts';
import { traceOfRow } from './trace-of-row.ts';

/**
 * Traces of the table as the JSON that jaeger-query's `/api/traces` answers and that Jaeger UI's *JSON File* takes, in pieces, one a
 * trace: together they are the body. What `traceOfRow` cannot know is not in it: spans have ids of our own, every value is a string,
 * and there are no links, flags or warnings.
 */
export function* tracesJaegerJson(table: SpanTable, rows: Iterable<number>): Generator<string> {
  let separator = '{"data":[';
  for (const row of rows) {
    yield separator + JSON.stringify(encodeLegacyTrace(traceOfRow(table, row)));
    separator = ',';
  }
  yield `${separator === ',' ? '' : separator}],"total":0,"limit":0,"offset":0,"errors":null}\n`;
}
