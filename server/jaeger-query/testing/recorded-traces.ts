import { readdirSync, readFileSync } from 'node:fs';
import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { decodeV3ResourceSpans } from '#core/jaeger/decode-v3-resource-spans.ts';
import { traceIdOf } from '#core/jaeger/hex-id.ts';
import { buildTrace } from '#core/trace/build-trace.ts';
import type { RawSpan } from '#core/trace/raw-span.ts';
import type { Trace } from '#core/trace/trace.ts';
import { ElementSplitter } from '../body/element-splitter.ts';
import type { RecordedAnswer } from './recorded-answers.ts';

export type RecordedDialect = 'legacy' | 'v3';

/** A trace as Jaeger told it. */
export interface RecordedTrace {
  readonly trace: Trace;
  /** Of `data` or of `result.resourceSpans`, byte for byte. */
  readonly elements: readonly string[];
}

const OTLP = new URL('../../../core/jaeger/recordings/otlp/', import.meta.url);

/**
 * All traces that these answers tell, each once, in the order of their arrival. Of several versions it is the shortest: reads
 * add warnings to what 2.20 keeps, so that this is the one that was read least.
 */
export function recordedTraces(answers: readonly RecordedAnswer[], dialect: RecordedDialect): readonly RecordedTrace[] {
  const pages = answers
    .filter((answer) => isPageOfTraces(answer, dialect))
    .map(({ body }) => (dialect === 'legacy' ? legacyTraces(body) : v3Traces(body)));
  const told = new Map<string, RecordedTrace>();
  for (const one of pages.flat()) {
    const known = told.get(one.trace.id);
    if (known === undefined || lengthOf(one) < lengthOf(known)) told.set(one.trace.id, one);
  }
  const arrival = arrivals(pages);
  return [...told.values()].sort((a, b) => arrival.indexOf(a.trace.id) - arrival.indexOf(b.trace.id));
}

function isPageOfTraces({ method, status, path, requestHeaders }: RecordedAnswer, dialect: RecordedDialect): boolean {
  const isOfDialect = path.startsWith(dialect === 'legacy' ? '/api/traces' : '/api/v3/traces');
  // Those with headers of their own were asked after something else had been loaded.
  return isOfDialect && method === 'GET' && status === 200 && requestHeaders === undefined && !/prettyPrint/.test(path);
}

/** Ids in the order in which they were sent; of captures, against the order in which the longest search tells them. */
function arrivals(pages: readonly (readonly RecordedTrace[])[]): readonly string[] {
  const longest = pages.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return [...sentIds(), ...longest.map(({ trace }) => trace.id).toReversed()];
}

function sentIds(): readonly string[] {
  return readdirSync(OTLP)
    .sort()
    .flatMap((file) => [...readFileSync(new URL(file, OTLP), 'utf8').matchAll(/"traceId": ?"([0-9a-f]{32})"/gi)])
    .map(([, id = '']) => traceIdOf(id));
}

function legacyTraces(body: Buffer): readonly RecordedTrace[] {
  return elementsOf(body, ['data']).map((element) => ({
    trace: decodeLegacyTrace(JSON.parse(element)),
    elements: [element],
  }));
}

/** Spans of different traces never share an element. */
function v3Traces(body: Buffer): readonly RecordedTrace[] {
  const byTrace = new Map<string, { readonly spans: RawSpan[]; readonly elements: string[] }>();
  for (const element of elementsOf(body, ['result', 'resourceSpans'])) {
    const found = decodeV3ResourceSpans(JSON.parse(element));
    const [id, ...others] = new Set(found.map(({ traceId }) => traceId));
    if (id === undefined || others.length > 0) throw new Error(`not of one trace: ${element}`);
    const told = byTrace.get(id) ?? { spans: [], elements: [] };
    told.spans.push(...found.map(({ span }) => span));
    told.elements.push(element);
    byTrace.set(id, told);
  }
  return Array.from(byTrace, ([id, { spans, elements }]) => ({ trace: buildTrace(id, spans), elements }));
}

function elementsOf(body: Buffer, path: readonly string[]): readonly string[] {
  const splitter = new ElementSplitter({ path, failureKey: 'error', canBeEmpty: true }, body.length);
  return splitter.push(body).map(({ bytes }) => Buffer.from(bytes).toString());
}

function lengthOf({ elements }: RecordedTrace): number {
  return elements.reduce((sum, element) => sum + element.length, 0);
}
