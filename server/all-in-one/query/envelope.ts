import type { JaegerTrace } from './jaeger-json.ts';

/** An error inside an envelope: `code` for a failed request, `traceID` for one trace that is not there. */
export interface EnvelopeError {
  readonly code?: number;
  readonly msg: string;
  readonly traceID?: string;
}

/** JSON as Go writes it: `<`, `>`, `&` and the two line separators of Unicode are escaped. */
export function goJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The frame of every answer. `total` is the length of lists of names and 0 for all else; `limit` and `offset` are never used. */
export function envelope(data: unknown, total: number, errors: readonly EnvelopeError[] | null = null): object {
  return { data, total, limit: 0, offset: 0, errors };
}

/** The same frame around traces, one piece of text per trace, so that no answer has to be in memory at once. */
export function* tracesEnvelope(
  traces: Iterable<JaegerTrace>,
  errors: readonly EnvelopeError[] | null,
): Generator<string> {
  let separator = '{"data":[';
  for (const trace of traces) {
    yield separator + goJson(trace);
    separator = ',';
  }
  yield `${separator === ',' ? '' : separator}],"total":0,"limit":0,"offset":0,"errors":${goJson(errors)}}`;
}
