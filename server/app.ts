import fastifyHelmet from '@fastify/helmet';
import fastifySwagger from '@fastify/swagger';
import { type FastifyInstance, fastify } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { AboutAnswer, DrawAnswer, EmbeddedCounts } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { chooseEncoding, compress } from './compression.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { answerError, sendProblem } from './error-answer.ts';
import { KujiError } from './errors.ts';
import type { Connection } from './jaeger-query/connect.ts';
import { addRoutes } from './routes.ts';
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
}

/** Nothing is uploaded to Kuji. */
const MAX_BODY_BYTES = 1024;

/** Fits into one packet: not worth compressing. */
const MIN_COMPRESSED_BYTES = 1400;

/** Requests under way may take this long after `close` has been called. */
const CLOSE_TIMEOUT_MILLIS = 5000;

/** The dashboard's server, ready to `listen` or to be asked by `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { about, connection, log, draw, embedded } = options;
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void answerError(log, error, request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => answerError(log, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, new KujiError('not-found', `There is no ${request.method} ${request.url.split('?')[0]}.`)),
  );
  logRequests(app, log);
  compressAnswers(app);
  closeInTime(app);
  // The policy is our own, as the page's has a nonce. HSTS would lock people out who try https once.
  await app.register(fastifyHelmet, { contentSecurityPolicy: false, strictTransportSecurity: false });
  app.addHook('onRequest', async (_request, reply) => {
    // Pages and files say what holds for them instead.
    reply.headers({ 'content-security-policy': contentSecurityPolicy(), 'cache-control': 'no-store' });
  });
  await app.register(fastifySwagger, {
    openapi: { info: { title: 'Kuji', version: about.version } },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
  await app.register(async (routes) => {
    const hasWebFiles = await serveWebFiles(routes, options.webRoot);
    addRoutes(routes, { about, connection, draw, embedded, hasWebFiles });
  });
  return app;
}

function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    log('info', 'answered', { method, url, status: reply.statusCode, millis: Math.round(reply.elapsedTime) });
  });
  app.addHook('onRequestAbort', async (request) => {
    log('info', 'the client left', { method: request.method, url: request.url });
  });
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

function closeInTime(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_TIMEOUT_MILLIS);
    timer.unref();
  });
  app.addHook('onClose', async () => clearTimeout(timer));
}
