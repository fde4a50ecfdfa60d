import * as z from 'zod';
import { wireSpanId, wireTraceId } from './hex-id.ts';

/**
 * The legacy dialect of jaeger-query (`/api/traces`, `/api/traces/{id}`), v1.12 to main, as far as it is read here:
 *
 *     { data: [Trace], total: 0, limit: 0, offset: 0, errors: null }
 *
 *     Trace    { traceID, spans: [Span], processes: { p1: Process, … }, warnings }
 *     Span     { traceID, spanID, flags?, operationName, references: [Reference], startTime µs, duration µs,
 *                tags: [KeyValue], logs: [{ timestamp µs, fields: [KeyValue] }], processID, warnings }
 *     Reference{ refType: CHILD_OF | FOLLOWS_FROM, traceID, spanID }
 *     Process  { serviceName, tags: [KeyValue] }
 *     KeyValue { key, type: string | bool | int64 | float64 | binary, value }
 *
 * (jaeger v2.20.0, internal/uimodel/model.go.) A list may be null or missing wherever a Go slice may be nil; other
 * things that versions do differently stand at their fields. Only what a trace cannot do without is required.
 *
 * This is the definition. `is-legacy-trace.ts` says the same of good traces, faster: what changes here changes there.
 */
export const MAX_SPANS = 500_000;
/** Of tags, logs, fields, references and warnings of one span. */
export const MAX_ITEMS = 100_000;

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).max(MAX_ITEMS).nullish();
}

/**
 * `value`: int64 beyond ±(2^53 − 1) is text since v1.30; `binary` is base64, and null where it is empty; v1.48 calls it
 * `string`. Checked by hand: a trace has more of these than of anything else.
 */
export interface LegacyKeyValue {
  readonly key: string;
  readonly type?: unknown;
  readonly value?: string | number | boolean | null;
}

/** Whether it is a key with a plain value, or none. */
export function isKeyValue(item: unknown): item is LegacyKeyValue {
  if (typeof item !== 'object' || item === null || !('key' in item) || typeof item.key !== 'string') return false;
  return !('value' in item) || item.value === null || typeof item.value !== 'object';
}

const keyValues = list(z.custom<LegacyKeyValue>(isKeyValue, { error: 'not a key and a plain value' }));

const reference = z.object({ refType: z.string(), traceID: z.string(), spanID: z.string() });
export type LegacyReference = z.infer<typeof reference>;

const log = z.object({ timestamp: z.number(), fields: keyValues });
export type LegacyLog = z.infer<typeof log>;

const span = z.object({
  spanID: wireSpanId,
  operationName: z.string().nullish(),
  references: list(reference),
  /** 0 where a Zipkin span had none. */
  startTime: z.number(),
  /** v1.48 wraps a negative one around: −1000 comes as 18446744073709550616. */
  duration: z.number(),
  tags: keyValues,
  logs: list(log),
  processID: z.string().nullish(),
  warnings: list(z.string()),
});
export type LegacySpan = z.infer<typeof span>;

const process = z.object({ serviceName: z.string().nullish(), tags: keyValues });
export type LegacyProcess = z.infer<typeof process>;

export const legacyTrace = z.object({
  traceID: wireTraceId,
  spans: z.array(span).min(1).max(MAX_SPANS),
  processes: z.record(z.string(), process).nullish(),
});
export type LegacyTrace = z.infer<typeof legacyTrace>;
