// The small build of zod: the page carries this file twice, once in its worker.
import * as z from 'zod/mini';
import type { Trace } from './trace/trace.ts';

/**
 * Our HTTP contract: every parameter that `/api/*` takes and every answer it gives. Both sides read this file and nothing else
 * of each other. Times are µs since 1970, lengths of time µs.
 *
 *     GET  /api/about                                   AboutAnswer
 *     GET  /api/connection                              ConnectionAnswer
 *     GET  /api/services                                ServicesAnswer
 *     GET  /api/operations?service=                     OperationsAnswer
 *     GET  /api/spans?service=&operation=&tags=&minDuration=&maxDuration=&start=&end=&limit=&window=
 *                                                       an Arrow IPC stream, one slice; `SliceInfo` in its metadata
 *     GET  /api/traces/{id}                             TraceAnswer
 *     POST /api/draws                                   DrawAnswer (only beside the embedded omikuji app)
 *
 * Every failure is `application/problem+json`: a `ProblemAnswer`.
 */

/** Of every answer: which build of the pages the server has. A page of another build may not be able to read what it says. */
export const BUILD_HEADER = 'kuji-build';

/** The most traces that one request to Jaeger may ask for: what its own UI allows, and below every storage's limit. */
export const MAX_TRACES_PER_SLICE = 1500;
export const DEFAULT_TRACES_PER_SLICE = 500;

const instant = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
/** Long enough for any service or operation seen, short enough for a URL. */
const name = z.string().check(z.minLength(1), z.maxLength(1024));

const lengthOfTime = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
/** Of `tags`: what is typed into one field of a page. */
export const MAX_TAGS_LENGTH = 2048;

export const operationsQuery = z.object({ service: name });

export const spansQuery = z
  .object({
    service: name,
    operation: z.optional(name),
    /**
     * `key=value` pairs as `core/jaeger/tag-conditions.ts` reads them. One span of the service (and operation) has them all: on
     * itself, on its events or on its resource.
     */
    tags: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_TAGS_LENGTH))),
    /** Of one span of the service (and operation) that also has the tags, inclusive: not of the trace. */
    minDuration: z.optional(lengthOfTime),
    maxDuration: z.optional(lengthOfTime),
    /** Inclusive. */
    start: instant,
    /** Inclusive, not before `start`. */
    end: instant,
    limit: z._default(
      z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_TRACES_PER_SLICE)),
      DEFAULT_TRACES_PER_SLICE,
    ),
    /** How long a window to try first: `nextWindow` of the slice before, where there was one. Only speed depends on it. */
    window: z.optional(lengthOfTime.check(z.minimum(1))),
  })
  .check(
    z.refine((query) => query.start <= query.end, { path: ['end'], message: 'must not be before start' }),
    z.refine((query) => (query.minDuration ?? 0) <= (query.maxDuration ?? Number.POSITIVE_INFINITY), {
      path: ['maxDuration'],
      message: 'must not be less than minDuration',
    }),
  );
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

const count = z.number();

/** What one input of the embedded Jaeger has taken since the start. */
export const receiverCounts = z.object({
  name: z.enum(['otlp-http', 'otlp-grpc', 'thrift-http', 'thrift-compact', 'thrift-binary', 'zipkin']),
  port: z.number(),
  /** Requests or datagrams, those that could not be read, and spans. */
  messages: count,
  rejected: count,
  spans: count,
});
export type ReceiverCounts = z.infer<typeof receiverCounts>;

/** What the embedded Jaeger holds, and what it had to let go since the start. */
export const embeddedCounts = z.object({
  traces: count,
  spans: count,
  /** Whole traces that made room for newer ones; spans beyond what one trace may have; spans with an all-zero id. */
  droppedTraces: count,
  droppedSpans: count,
  refusedSpans: count,
  receivers: z.array(receiverCounts),
});
export type EmbeddedCounts = z.infer<typeof embeddedCounts>;

/** How we stand with Jaeger, as far as the questions so far have told. Asking for it asks Jaeger nothing. */
export const connectionAnswer = z.object({
  /** Origin and base path of jaeger-query, without credentials. */
  address: z.string(),
  /** `unknown`: nothing has been asked yet. */
  state: z.enum(['unknown', 'answers', 'fails']),
  /** Absent until Jaeger has answered once. */
  dialect: z.optional(z.enum(['legacy', 'v3'])),
  /** As the page of Jaeger's own UI tells it, `v1.76.0`; absent where it does not. */
  version: z.optional(z.string()),
  /** `cassandra`: it behaves like one. Jaeger itself tells no storage. Absent where nothing is known. */
  storage: z.optional(z.enum(['memory', 'cassandra', 'not-cassandra'])),
  login: z.enum(['none', 'basic', 'bearer']),
  hasTenant: z.boolean(),
  /** Requests to Jaeger, of which so many were asked again after a failure of the way there. */
  requests: count,
  retries: count,
  lastAnswerAt: z.optional(instant),
  lastError: z.optional(z.object({ code: z.string(), detail: z.string(), at: instant })),
  embedded: z.optional(embeddedCounts),
});
export type ConnectionAnswer = z.infer<typeof connectionAnswer>;

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
  version: z.literal(2),
  /** The newest part of the asked range that was read: all of `start` … `end`, both inclusive, is in this slice. `end` is the asked end. */
  start: z.number(),
  end: z.number(),
  /** `cut`: even the smallest window held more traces than the limit; the slice has some of them. */
  state: z.enum(['complete', 'cut']),
  traces: z.number(),
  spans: z.number(),
  /** Who applied the filters that were asked: Jaeger, so that it sent less; or Kuji, to all that Jaeger sent. Absent: not asked. */
  tagsBy: z.optional(z.enum(['jaeger', 'kuji'])),
  durationsBy: z.optional(z.enum(['jaeger', 'kuji'])),
  /** How long a window the next older slice should try first; it follows how busy the time was. */
  nextWindow: z.number(),
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
  'ending',
  'too-many-requests',
  'host-refused',
  'origin-refused',
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
