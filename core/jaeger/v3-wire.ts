import * as z from 'zod';
import { MAX_ITEMS, MAX_SPANS } from './legacy-wire.ts';

/**
 * The v3 dialect of jaeger-query (`/api/v3/traces`, `/api/v3/traces/{id}`), v1.76 to main, as far as it is read here:
 * OTLP JSON (opentelemetry-proto v1, the JSON of Go's pdata), all traces of an answer in one list.
 *
 *     { result: { resourceSpans: [ResourceSpans] } }
 *
 *     ResourceSpans { resource: { attributes: [KeyValue] }, scopeSpans: [ScopeSpans] }
 *     ScopeSpans    { scope: { name, version }, spans: [Span] }
 *     Span          { traceId, spanId, parentSpanId, traceState, name, kind, startTimeUnixNano, endTimeUnixNano,
 *                     attributes: [KeyValue], events: [Event], links: [Link], status: { code, message } }
 *     Event         { timeUnixNano, name, attributes: [KeyValue] }
 *     Link          { traceId, spanId, attributes: [KeyValue] }
 *     KeyValue      { key, value: AnyValue }
 *     AnyValue      { } or one of { stringValue, boolValue, intValue, doubleValue, bytesValue (base64),
 *                     arrayValue: { values: [AnyValue] }, kvlistValue: { values: [KeyValue] } }
 *
 * What is zero or empty is left out, ids and keys too: a span without an id has the id 0. Integers of 64 bits and times are text,
 * and read as numbers as well; ids are hex.
 *
 * This is the definition. `is-v3-resource-spans.ts` says the same of good ones, faster: what changes here changes there.
 */
export const MAX_VALUE_DEPTH = 32;

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).max(MAX_ITEMS).nullish();
}

/** One of its fields at most; a value that has none is empty. */
export interface V3Value {
  readonly stringValue?: string | null;
  readonly boolValue?: boolean | null;
  readonly intValue?: string | number | null;
  /** `NaN`, `Infinity` and `-Infinity` are text. */
  readonly doubleValue?: string | number | null;
  readonly bytesValue?: string | null;
  readonly arrayValue?: { readonly values?: readonly V3Value[] | null } | null;
  readonly kvlistValue?: { readonly values?: readonly V3KeyValue[] | null } | null;
}

/** An empty key is left out as well. */
export interface V3KeyValue {
  readonly key?: string | null;
  readonly value?: V3Value | null;
}

/**
 * Whether it is a key and a value, nested at most `MAX_VALUE_DEPTH` deep. Checked by hand, as in the legacy dialect: a
 * trace has more of these than of anything else.
 */
export function isV3KeyValue(item: unknown): item is V3KeyValue {
  return isKeyValue(item, 0);
}

function isKeyValue(item: unknown, depth: number): boolean {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const { key, value }: { readonly key?: unknown; readonly value?: unknown } = item;
  return (key == null || typeof key === 'string') && (value == null || isValue(value, depth));
}

/** The first field that is there is what the decoders read. */
function isValue(item: unknown, depth: number): boolean {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || depth > MAX_VALUE_DEPTH) return false;
  const value: { readonly [Field in keyof V3Value]?: unknown } = item;
  if (value.stringValue != null) return typeof value.stringValue === 'string';
  if (value.intValue != null) return isTextOrNumber(value.intValue);
  if (value.boolValue != null) return typeof value.boolValue === 'boolean';
  if (value.doubleValue != null) return isTextOrNumber(value.doubleValue);
  if (value.bytesValue != null) return typeof value.bytesValue === 'string';
  if (value.arrayValue != null) return isListOf(value.arrayValue, depth, isValue);
  return value.kvlistValue == null || isListOf(value.kvlistValue, depth, isKeyValue);
}

function isTextOrNumber(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isListOf(list: unknown, depth: number, isItem: (item: unknown, depth: number) => boolean): boolean {
  if (typeof list !== 'object' || list === null || Array.isArray(list)) return false;
  if (!('values' in list) || list.values == null) return true;
  if (!Array.isArray(list.values) || list.values.length > MAX_ITEMS) return false;
  for (const item of list.values) if (!isItem(item, depth + 1)) return false;
  return true;
}

/** Whether it is nanoseconds since 1970: 64 bits have 20 digits. */
export function isNanos(value: unknown): value is string | number {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value);
  if (typeof value !== 'string' || value.length === 0 || value.length > 20) return false;
  for (let at = 0; at < value.length; at++) {
    const digit = value.charCodeAt(at);
    if (digit < 0x30 || digit > 0x39) return false;
  }
  return true;
}

/** An id of up to so many hex digits. It may be left out: it is 0 then. By hand: two regular expressions a span are dear. */
export function isV3Id(value: unknown, maxDigits: 16 | 32): value is string | null | undefined {
  if (value == null) return true;
  if (typeof value !== 'string' || value.length > maxDigits) return false;
  for (let at = 0; at < value.length; at++) if (!isHexDigit(value.charCodeAt(at))) return false;
  return true;
}

function isHexDigit(unit: number): boolean {
  if (unit <= 0x39) return unit >= 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66;
}

const keyValues = list(z.custom<V3KeyValue>(isV3KeyValue, { error: 'not a key and a value' }));
const nanos = z.custom<string | number>(isNanos, { error: 'not nanoseconds' }).nullish();
const traceId = z
  .custom<string | null | undefined>((value) => isV3Id(value, 32), { error: 'not a trace id' })
  .optional();
const spanId = z.custom<string | null | undefined>((value) => isV3Id(value, 16), { error: 'not a span id' }).optional();
/** The number or the name of a value. */
const enumeration = z.union([z.string(), z.number()]).nullish();

const event = z.object({ timeUnixNano: nanos, name: z.string().nullish(), attributes: keyValues });
export type V3Event = z.infer<typeof event>;

const link = z.object({ traceId, spanId, attributes: keyValues });
export type V3Link = z.infer<typeof link>;

const status = z.object({ code: enumeration, message: z.string().nullish() });
export type V3Status = z.infer<typeof status>;

const span = z.object({
  traceId,
  spanId,
  parentSpanId: spanId,
  traceState: z.string().nullish(),
  name: z.string().nullish(),
  kind: enumeration,
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes: keyValues,
  events: list(event),
  links: list(link),
  status: status.nullish(),
});
export type V3SpanWire = z.infer<typeof span>;

const scope = z.object({ name: z.string().nullish(), version: z.string().nullish() });
export type V3Scope = z.infer<typeof scope>;

const scopeSpans = z.object({ scope: scope.nullish(), spans: z.array(span).max(MAX_SPANS).nullish() });

const resource = z.object({ attributes: keyValues });
export type V3Resource = z.infer<typeof resource>;

/** One element of `result.resourceSpans`. */
export const v3ResourceSpans = z.object({ resource: resource.nullish(), scopeSpans: list(scopeSpans) });
export type V3ResourceSpans = z.infer<typeof v3ResourceSpans>;
