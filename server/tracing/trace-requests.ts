import type { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type RequestSpan, timesFrom } from './request-span.ts';

/**
 * Makes a span of each request of the API, from its head to the end of its answer, and lets whatever its handler does know it.
 *
 * @param current holds the span of the request that a handler works for
 */
export function traceRequests(app: FastifyInstance, tracer: Tracer, current: AsyncLocalStorage<RequestSpan>): void {
  const open = new WeakMap<FastifyRequest, RequestSpan>();
  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url;
    if (route === undefined || !route.startsWith('/api/')) return;
    const begun = begin(tracer, request, route);
    open.set(request, begun);
    reply.raw.once('close', () => end(begun, reply));
  });
  // The last before the handler: what reads a body goes on in a context of its own.
  app.addHook('preHandler', (request, _reply, done) => {
    const begun = open.get(request);
    if (begun === undefined) done();
    else current.run(begun, done);
  });
}

function begin(tracer: Tracer, request: FastifyRequest, route: string): RequestSpan {
  const now = performance.now();
  const timeAt = timesFrom(Date.now(), now);
  const attributes = {
    'http.request.method': request.method,
    'http.route': route,
    'url.path': request.url.replace(/\?.*$/s, ''),
    'url.scheme': request.protocol,
  };
  // No parent: a header that a page has sent is not believed.
  const span = tracer.startSpan(
    `${request.method} ${route}`,
    { kind: SpanKind.SERVER, startTime: timeAt(now), attributes },
    ROOT_CONTEXT,
  );
  return { span, context: trace.setSpan(ROOT_CONTEXT, span), timeAt };
}

function end({ span, timeAt }: RequestSpan, { raw, statusCode }: FastifyReply): void {
  if (raw.headersSent) span.setAttribute('http.response.status_code', statusCode);
  if (!raw.writableFinished) span.setAttribute('error.type', 'aborted');
  else if (statusCode >= 500) {
    span.setAttribute('error.type', String(statusCode));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end(timeAt(performance.now()));
}
