import { readdirSync, readFileSync } from 'node:fs';
import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { decodeV3ResourceSpans } from '#core/jaeger/decode-v3-resource-spans.ts';
import { buildTrace } from '#core/trace/build-trace.ts';
import type { RawSpan } from '#core/trace/raw-span.ts';
import type { Attribute, Trace } from '#core/trace/trace.ts';
import { ElementSplitter } from '../body/element-splitter.ts';
import { parametersOf, type RecordedAnswer, type RecordedDialect } from './recorded-answers.ts';
import { searchParametersOf } from './recorded-search.ts';

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
  const pages = answers.filter((answer) => isPageOfTraces(answer, dialect)).map((answer) => tracesIn(answer, dialect));
  const told = new Map<string, RecordedTrace>();
  for (const one of pages.flat()) {
    const known = told.get(one.trace.id);
    if (known === undefined || lengthOf(one) < lengthOf(known)) told.set(one.trace.id, one);
  }
  const arrival = arrivals(pages);
  return [...told.values()].sort((a, b) => arrival.indexOf(a.trace.id) - arrival.indexOf(b.trace.id));
}

/** Are these all traces that the OTLP requests have sent, the bad ones left out? */
export function areAllSent(traces: readonly RecordedTrace[]): boolean {
  const told = new Set(traces.map(({ trace }) => trace.id));
  return sentIds().every((id) => told.has(id));
}

/** Do these answers tell all traces of a service? One without filters must have told fewer than its limit. */
export function isServiceToldWhole(
  answers: readonly RecordedAnswer[],
  dialect: RecordedDialect,
  service: string,
): boolean {
  return answers.some((answer) => {
    if (!isPageOfTraces(answer, dialect)) return false;
    const parameters = searchParametersOf(parametersOf(answer.path), dialect);
    if (parameters?.get('service') !== service) return false;
    const isFiltered = [...parameters.keys()].some((name) => !/^(service|start|end|limit|raw)$/.test(name));
    return !isFiltered && tracesIn(answer, dialect).length < Number(parameters.get('limit'));
  });
}

/**
 * Is it certain which spans have a key? One that no trace tells may be of a scope, whose attributes stand in no legacy answer; and
 * attributes of events that are called `event` have become their names.
 */
export function isKeyTold(key: string, traces: readonly RecordedTrace[]): boolean {
  if (traces.length === 0 || /^(error|span\.kind|span\.status|scope\.name|scope\.version|resource\..*)$/.test(key))
    return true;
  const isAmong = (attributes: readonly Attribute[]) => attributes.some((attribute) => attribute.key === key);
  const isIn = ({ spans, resources }: Trace) =>
    resources.some(({ attributes }) => isAmong(attributes)) ||
    spans.some((span) => isAmong(span.attributes) || span.events.some(({ attributes }) => isAmong(attributes)));
  return key !== 'event' && traces.some(({ trace }) => isIn(trace));
}

function isPageOfTraces({ method, status, path, requestHeaders }: RecordedAnswer, dialect: RecordedDialect): boolean {
  const isOfDialect = path.startsWith(dialect === 'legacy' ? '/api/traces' : '/api/v3/traces');
  // Those with headers of their own were asked after something else had been loaded.
  return isOfDialect && method === 'GET' && status === 200 && requestHeaders === undefined && !/prettyPrint/.test(path);
}

function tracesIn({ body }: RecordedAnswer, dialect: RecordedDialect): readonly RecordedTrace[] {
  return dialect === 'legacy' ? legacyTraces(body) : v3Traces(body);
}

/** Ids in the order in which they were sent; of captures, against the order in which the longest search tells them. */
function arrivals(pages: readonly (readonly RecordedTrace[])[]): readonly string[] {
  const longest = pages.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return [...sentIds(), ...longest.map(({ trace }) => trace.id).toReversed()];
}

function sentIds(): readonly string[] {
  const files = readdirSync(OTLP).filter((file) => /^[01]/.test(file));
  const sent = files
    .sort()
    .flatMap((file): unknown[] => JSON.parse(readFileSync(new URL(file, OTLP), 'utf8')).resourceSpans);
  return sent.flatMap((element) => decodeV3ResourceSpans(element).map(({ traceId }) => traceId));
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
