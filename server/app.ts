import fastifySwagger from '@fastify/swagger';
import { type FastifyInstance, fastify } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { type AboutAnswer, BUILD_HEADER, type DrawAnswer, type EmbeddedCounts } from '#core/api.ts';
import { shownText } from '#core/format/shown-text.ts';
import type { Log } from '#core/log.ts';
import { readBuiltPage } from './built-page.ts';
import { chooseEncoding, compress } from './compression.ts';
import { endInTime } from './end-in-time.ts';
import { answerError, sendProblem } from './error-answer.ts';
import { KujiError } from './errors.ts';
import { endStalledAnswers } from './guard/end-stalled-answers.ts';
import { guardRequests } from './guard/guard-requests.ts';
import { limitRate } from './guard/limit-rate.ts';
import { secureHeaders } from './guard/secure-headers.ts';
import type { Connection } from './jaeger-query/connect.ts';
import type { Metrics } from './metrics/metrics.ts';
import { addRoutes } from './routes.ts';
import type { Tracing } from './tracing/tracing.ts';
import { serveWebFiles } from './web-files.ts';

export interface AppOptions {
  readonly about: AboutAnswer;
  readonly connection: Connection;
  readonly log: Log;
  /** Draws a fortune in the embedded omikuji app; absent where there is none. */
  readonly draw?: (signal: AbortSignal) => Promise<DrawAnswer>;
  /** What the embedded Jaeger holds; absent where there is none. */
  readonly embedded?: () => EmbeddedCounts;
  /** Folder of the built pages; without it only the API is served. */
  readonly webRoot?: string;
  /** What an operator can watch; without it there is no `/metrics`. */
  readonly metrics?: Metrics;
  /** Who may ask, and how often. */
  readonly guard?: Guard;
  /** How long requests may go on after `close` has been called. Default 5 s. */
  readonly graceMillis?: number;
  /** Traces of Kuji itself; absent: none. */
  readonly tracing?: Pick<Tracing, 'traceRequests'>;
}

export interface Guard {
  /** Names that are answered to besides addresses and `localhost`: see `isAllowedHost`. */
  readonly allowedHosts: readonly string[];
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Of one client. */
  readonly requestsPerMinute: number;
}

const STRICT: Guard = { allowedHosts: [], trustedProxies: [], requestsPerMinute: 3000 };

/** Nothing is uploaded to Kuji. */
const MAX_BODY_BYTES = 1024;

/** The whole of a request, which is one line and some headers, must have come by then. */
const REQUEST_MILLIS = 10_000;

/** Open at the same time; further ones are closed at once. */
const MAX_CONNECTIONS = 2000;

/** Fits into one packet: not worth compressing. */
const MIN_COMPRESSED_BYTES = 1400;

/** An answer of which the client takes nothing for so long is given up. */
const STALLED_MILLIS = 30_000;

/** Of a server that was not told otherwise. */
const GRACE_MILLIS = 5000;

/** The dashboard's server, ready to `listen` or to be asked by `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { about, connection, log, draw, embedded, metrics, guard = STRICT } = options;
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_MILLIS,
    forceCloseConnections: 'idle',
    // `endInTime` refuses in words, and waits longer than the framework would let it.
    return503OnClosing: false,
    pluginTimeout: 0,
    trustProxy: [...guard.trustedProxies],
    frameworkErrors: (error, request, reply) => void answerError(log, error, request, reply),
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => answerError(log, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, new KujiError('not-found', `There is no ${request.method} ${request.url.split('?')[0]}.`)),
  );
  options.tracing?.traceRequests(app);
  logRequests(app, log, metrics);
  await secureHeaders(app);
  const page = options.webRoot === undefined ? undefined : await readBuiltPage(options.webRoot);
  if (page !== undefined) nameBuild(app, page.build);
  const ending = endInTime(app, log, options.graceMillis ?? GRACE_MILLIS);
  guardRequests(app, guard.allowedHosts);
  endStalledAnswers(app, log, STALLED_MILLIS);
  await limitRate(app, guard.requestsPerMinute);
  compressAnswers(app);
  await app.register(fastifySwagger, {
    openapi: { info: { title: 'Kuji', version: about.version } },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
  await app.register(async (routes) => {
    const hasWebFiles = await serveWebFiles(routes, options.webRoot, page);
    addRoutes(routes, { about, connection, draw, embedded, metrics, hasWebFiles, isEnding: ending.hasBegun });
  });
  return app;
}

/** Refusals too: a page that asks for what this server does not know may be of another build. */
function nameBuild(app: FastifyInstance, build: string): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header(BUILD_HEADER, build);
  });
}

function logRequests(app: FastifyInstance, log: Log, metrics: Metrics | undefined): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const [status, millis, bytes] = [
      reply.statusCode,
      reply.elapsedTime,
      Number(reply.getHeader('content-length') ?? 0),
    ];
    log('info', 'answered', { method, url: shownUrl(request.url), status, millis: Math.round(millis), bytes });
    metrics?.answered({ method, route: request.routeOptions.url ?? 'none', status, millis, bytes });
  });
  app.addHook('onRequestAbort', async (request) => {
    log('info', 'the client left', { method: request.method, url: shownUrl(request.url) });
  });
}

/** More of an address is in no line of the log: a filter may hold whatever somebody has pasted. */
const MOST_LOGGED_LETTERS = 300;

function shownUrl(url: string): string {
  return shownText(url, MOST_LOGGED_LETTERS);
}

/** Files of the build come compressed and as streams; this is for what is made anew each time. */
function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!(bytes instanceof Uint8Array) || bytes.length < MIN_COMPRESSED_BYTES) return payload;
    reply.header('vary', 'accept-encoding');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding === undefined || reply.hasHeader('content-encoding')) return payload;
    reply.header('content-encoding', encoding).removeHeader('content-length');
    return await compress(bytes, encoding);
  });
}
