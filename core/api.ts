// The small build of zod: the page carries this file twice, once in its worker.
import * as z from 'zod/mini';
import type { Trace } from './trace/trace.ts';

/**
 * Our HTTP contract: every parameter that `/api/*` takes and every answer it gives. Both sides read this file and nothing else
 * of each other. Times are µs since 1970, lengths of time µs.
 *
 *     GET  /api/about                                   AboutAnswer
 *     GET  /api/services                                ServicesAnswer
 *     GET  /api/operations?service=                     OperationsAnswer
 *     GET  /api/spans?service=&operation=&start=&end=&limit=   an Arrow IPC stream, one slice; `SliceInfo` in its metadata
 *     GET  /api/traces/{id}                             TraceAnswer
 *     POST /api/draws                                   DrawAnswer (only beside the embedded omikuji app)
 *
 * Every failure is `application/problem+json`: a `ProblemAnswer`.
 */

/** The most traces that one request to Jaeger may ask for: what its own UI allows, and below every storage's limit. */
export const MAX_TRACES_PER_SLICE = 1500;
export const DEFAULT_TRACES_PER_SLICE = 500;

const instant = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
/** Long enough for any service or operation seen, short enough for a URL. */
const name = z.string().check(z.minLength(1), z.maxLength(1024));

export const operationsQuery = z.object({ service: name });

export const spansQuery = z
  .object({
    service: name,
    operation: z.optional(name),
    /** Inclusive. */
    start: instant,
    /** Inclusive, not before `start`. */
    end: instant,
    limit: z._default(
      z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_TRACES_PER_SLICE)),
      DEFAULT_TRACES_PER_SLICE,
    ),
  })
  .check(z.refine((query) => query.start <= query.end, { path: ['end'], message: 'must not be before start' }));
export type SpansQuery = z.infer<typeof spansQuery>;

/** As Jaeger takes it: 1 to 32 hex digits, leading zeros optional. */
export const traceParams = z.object({
  id: z.string().check(z.regex(/^[0-9a-fA-F]{1,32}$/, 'must be 1 to 32 hex digits')),
});

export const aboutAnswer = z.object({
  version: z.string(),
  /** Where Jaeger's own UI shows a trace: append the trace id. Absent where it is not known. */
  jaegerTraceUrl: z.optional(z.string()),
  /** Host and port of the Jaeger that is asked, without credentials. */
  jaeger: z.string(),
  /** Jaeger and the omikuji app run within this process. */
  isEmbedded: z.boolean(),
});
export type AboutAnswer = z.infer<typeof aboutAnswer>;

/** Sorted; Jaeger's own services (`jaeger`, `jaeger-all-in-one`, `jaeger-query`) last. */
export const servicesAnswer = z.object({ services: z.array(z.string()) });
export type ServicesAnswer = z.infer<typeof servicesAnswer>;

/** Sorted by name, each name once. */
export const operationsAnswer = z.object({ operations: z.array(z.string()) });
export type OperationsAnswer = z.infer<typeof operationsAnswer>;

export const drawAnswer = z.object({
  /** The page that the visitor saw. */
  text: z.string(),
  /** 32 hex digits: the trace that the draw has made and that will arrive soon. */
  traceId: z.string(),
});
export type DrawAnswer = z.infer<typeof drawAnswer>;

/** A trace that could not be read, among others that could. */
export const sliceProblem = z.object({
  kind: z.literal('unreadable-trace'),
  /** Empty where even the id could not be read. */
  traceId: z.string(),
  reason: z.string(),
});
export type SliceProblem = z.infer<typeof sliceProblem>;

/** What a slice covers. It stands as JSON in the metadata of the Arrow schema (core/spans/slice-info-key.ts). */
export const sliceInfo = z.object({
  version: z.literal(1),
  /** The newest part of the asked range that was read: all of `start` … `end`, both inclusive, is in this slice. `end` is the asked end. */
  start: z.number(),
  end: z.number(),
  /** `cut`: even the smallest window held more traces than the limit; the slice has some of them. */
  state: z.enum(['complete', 'cut']),
  traces: z.number(),
  spans: z.number(),
  /** Requests to Jaeger that it took, and bytes that they answered. */
  requests: z.number(),
  bytes: z.number(),
  problems: z.array(sliceProblem),
});
export type SliceInfo = z.infer<typeof sliceInfo>;
export const ARROW_STREAM_TYPE = 'application/vnd.apache.arrow.stream';

/** The one model as JSON. Our own server made it from our own types, so that its inside is not checked again. */
export const traceAnswer = z.object({ trace: z.custom<Trace>((value) => typeof value === 'object' && value !== null) });
export type TraceAnswer = z.infer<typeof traceAnswer>;

/** Codes of every expected failure; `server/errors.ts` holds the catalogue, `web` the words. */
export const problemCode = z.enum([
  'bad-request',
  'not-found',
  'trace-not-found',
  'jaeger-unreachable',
  'jaeger-timeout',
  'jaeger-refused',
  'jaeger-failed',
  'jaeger-not-jaeger',
  'jaeger-unreadable',
  'jaeger-too-large',
  'draw-unavailable',
  'overloaded',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** RFC 9457, with a code to look words up by and what to do about it. */
export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: problemCode,
  /** What happened, and where. */
  detail: z.string(),
  /** What to do. */
  advice: z.string(),
  /** The parameters that are wrong, each with what is wrong about it. */
  fields: z.optional(z.array(z.object({ name: z.string(), message: z.string() }))),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;
