import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import {
  type AboutAnswer,
  ARROW_STREAM_TYPE,
  aboutAnswer,
  connectionAnswer,
  type DrawAnswer,
  drawAnswer,
  type EmbeddedCounts,
  operationsAnswer,
  operationsQuery,
  problemAnswer,
  servicesAnswer,
  spansQuery,
  traceAnswer,
  traceParams,
} from '#core/api.ts';
import { isJaegerOwnService } from '#core/jaeger/jaeger-own-service.ts';
import { unixMicros } from '#core/units.ts';
import { signalOf } from './client-gone.ts';
import { conditionsOf } from './conditions-of.ts';
import { PROBLEM_TYPE } from './error-answer.ts';
import { KujiError } from './errors.ts';
import { onceGone } from './guard/once-gone.ts';
import { Turnstile } from './guard/turnstile.ts';
import type { Connection } from './jaeger-query/connect.ts';
import type { JaegerClient } from './jaeger-query/jaeger-client.ts';
import { JaegerFault } from './jaeger-query/jaeger-fault.ts';
import { readEncodedSlice } from './jaeger-query/slice/read-encoded-slice.ts';
import type { Metrics } from './metrics/metrics.ts';

export interface RoutesOptions {
  readonly about: AboutAnswer;
  readonly connection: Connection;
  /** Draws a fortune in the embedded omikuji app; absent where there is none. */
  readonly draw: ((signal: AbortSignal) => Promise<DrawAnswer>) | undefined;
  /** What the embedded Jaeger holds; absent where there is none. */
  readonly embedded: (() => EmbeddedCounts) | undefined;
  readonly metrics: Metrics | undefined;
  readonly hasWebFiles: boolean;
  /** Whether Kuji takes no new work any more. */
  readonly isEnding: () => boolean;
}

/** Slices in memory at the same time, from the question to Jaeger until the last byte has left, and those that wait for their turn. */
const SLICES = { inside: 6, waiting: 64 } as const;

/** Whoever asks whether we are ready does not want to wait for a Jaeger that is away. */
const READY_TIMEOUT_MILLIS = 1000;

const healthAnswer = z.object({ status: z.literal('ok') });
const readyAnswer = z.object({
  status: z.enum(['ready', 'not-ready']),
  /** The pages are built. */
  web: z.boolean(),
  /** `answers`, or why it does not. Without Jaeger we are ready all the same: the page tells people. */
  jaeger: z.string(),
});

const failures = { default: { description: 'A failure', content: { [PROBLEM_TYPE]: { schema: problemAnswer } } } };
const arrowStream = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'An Arrow IPC stream, one row per span' });

/** Every address of the API: what it takes, what it answers, and who does the work. */
export function addRoutes(plain: FastifyInstance, options: RoutesOptions): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { about, connection, draw, embedded, metrics, hasWebFiles, isEnding } = options;
  const { client } = connection;
  const slices = new Turnstile(SLICES);

  app.get(
    '/api/about',
    { schema: { summary: 'What this Kuji is, and which Jaeger it asks', response: { 200: aboutAnswer, ...failures } } },
    () => about,
  );

  app.get(
    '/api/connection',
    {
      schema: {
        summary: 'How Kuji stands with Jaeger, as far as the questions so far have told',
        response: { 200: connectionAnswer, ...failures },
      },
    },
    () => ({ ...connection.status(), ...(embedded === undefined ? {} : { embedded: embedded() }) }),
  );

  app.get(
    '/api/services',
    {
      schema: {
        summary: 'Names of services, those of Jaeger itself last',
        response: { 200: servicesAnswer, ...failures },
      },
    },
    async (_request, reply) => {
      const services = [...new Set(await client.services(signalOf(reply)))].sort(byName);
      return {
        services: [...services.filter((name) => !isJaegerOwnService(name)), ...services.filter(isJaegerOwnService)],
      };
    },
  );

  app.get(
    '/api/operations',
    {
      schema: {
        summary: 'Names of the operations of a service',
        querystring: operationsQuery,
        response: { 200: operationsAnswer, ...failures },
      },
    },
    async (request, reply) => {
      const operations = await client.operations(request.query.service, signalOf(reply));
      return { operations: [...new Set(operations)].sort(byName) };
    },
  );

  app.get(
    '/api/spans',
    {
      schema: {
        summary: 'The newest part of a time range that one answer of Jaeger holds completely, as columns',
        querystring: spansQuery,
        response: {
          200: { description: 'One slice', content: { [ARROW_STREAM_TYPE]: { schema: arrowStream } } },
          ...failures,
        },
      },
    },
    async (request, reply) => {
      const { service, operation, minDuration, maxDuration, start, end, limit, window } = request.query;
      const search = {
        service,
        operation,
        start: unixMicros(start),
        end: unixMicros(end),
        limit,
        tags: conditionsOf(request.query.tags),
        minDuration,
        maxDuration,
      };
      const signal = signalOf(reply);
      await slices.enter(signal);
      onceGone(reply, () => slices.leave());
      const { bytes, info } = await readEncodedSlice(client, search, { window, storage: connection.storage, signal });
      metrics?.sliced(info);
      return reply.type(ARROW_STREAM_TYPE).send(bytes);
    },
  );

  app.get(
    '/api/traces/:id',
    { schema: { summary: 'One trace, repaired', params: traceParams, response: { 200: traceAnswer, ...failures } } },
    async (request, reply) => ({ trace: await client.trace(request.params.id, signalOf(reply)) }),
  );

  app.post(
    '/api/draws',
    {
      schema: {
        summary: 'Draws a fortune and names the trace that this makes',
        response: { 200: drawAnswer, ...failures },
      },
    },
    async (_request, reply) => {
      if (draw === undefined) throw new KujiError('draw-unavailable', 'Kuji asks a Jaeger of yours.');
      return await draw(signalOf(reply));
    },
  );

  app.get(
    '/healthz',
    { schema: { summary: 'Is the process alive', response: { 200: healthAnswer } } },
    () => ({ status: 'ok' }) as const,
  );

  app.get(
    '/readyz',
    {
      schema: {
        summary: 'Is new work taken, and can the pages be served; whether Jaeger answers is told',
        response: { 200: readyAnswer, 503: readyAnswer },
      },
    },
    async (_request, reply) => {
      const jaeger = isEnding() ? 'is not asked any more, as Kuji is ending' : await jaegerState(client);
      const isReady = hasWebFiles && !isEnding();
      if (!isReady) reply.code(503);
      return { status: isReady ? 'ready' : 'not-ready', web: hasWebFiles, jaeger } as const;
    },
  );

  if (metrics !== undefined) {
    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );
  }

  app.get('/openapi.json', { schema: { hide: true } }, () => plain.swagger());
}

async function jaegerState(client: JaegerClient): Promise<string> {
  const timeout = AbortSignal.timeout(READY_TIMEOUT_MILLIS);
  try {
    await client.services(timeout);
    return 'answers';
  } catch (error) {
    if (error instanceof JaegerFault) return error.detail;
    if (timeout.aborted) return `has not answered within ${READY_TIMEOUT_MILLIS} ms`;
    throw error;
  }
}

/** By code point, so that the order is the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
