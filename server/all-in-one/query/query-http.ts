import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '#core/log.ts';
import { envelope, goJson, tracesEnvelope } from './envelope.ts';
import { inChunks } from './in-chunks.ts';
import { legacyRoutes } from './legacy-routes.ts';
import { QueryError } from './query-error.ts';
import type { QueryAnswer, QueryContext, Route } from './route.ts';
import { otlpEnvelope } from './v3/otlp-envelope.ts';
import { v3Routes } from './v3/v3-routes.ts';

export interface QueryHttpOptions extends QueryContext {
  readonly log: Log;
}

const V3_PREFIX = '/api/v3/';
/** All that is served, by GET. A path that is not here is a 404. */
const ROUTES: readonly Route[] = [...legacyRoutes, ...v3Routes];

/** The HTTP APIs of jaeger-query 2.20, the legacy one (`/api/*`) and the stable one (`/api/v3/*`), as far as a dashboard reads them. */
export function queryHttp(options: QueryHttpOptions): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      // A client that went away in the middle of an answer is no failure of ours.
      if (response.destroyed || response.closed) return;
      const isV3 = request.url?.startsWith(V3_PREFIX) === true;
      if (error instanceof QueryError) return sendError(response, isV3, error.status, error.message);
      options.log('error', 'a query failed', { error, path: request.url });
      if (response.headersSent) response.destroy();
      else sendError(response, isV3, 500, 'internal error');
    });
  };
}

async function serve(options: QueryHttpOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '', query = ''] = splitOnce(request.url ?? '/', '?');
  const found = request.method === 'GET' || request.method === 'HEAD' ? findRoute(path) : undefined;
  if (found === undefined) {
    sendText(response, 404, '404 page not found\n');
    return;
  }
  const parameters = new URLSearchParams(query);
  const answer = await found.route.answer(options, parameters, found.segment);
  const pretty = (parameters.get('prettyPrint') ?? '') !== '' && !path.startsWith(V3_PREFIX);
  await sendAnswer(request, response, answer, pretty);
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The route of a path, and its one variable segment, unescaped after the split: a service name may hold a slash. */
function findRoute(path: string): { readonly route: Route; readonly segment: string } | undefined {
  const segments = path.split('/').slice(1);
  const route = ROUTES.find(
    (candidate) =>
      candidate.path.length === segments.length &&
      candidate.path.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index])),
  );
  if (route === undefined) return undefined;
  const escaped = segments[route.path.findIndex((part) => part.startsWith(':'))] ?? '';
  try {
    return { route, segment: decodeURIComponent(escaped) };
  } catch {
    throw new QueryError(400, `invalid URL escape in ${goJson(escaped)}`);
  }
}

async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: QueryAnswer,
  pretty: boolean,
): Promise<void> {
  const sent: QueryAnswer =
    pretty && answer.kind === 'traces'
      ? { kind: 'whole', body: envelope([...answer.traces], 0, answer.errors) }
      : answer;
  if (sent.kind === 'whole') {
    const body = goJson(sent.body, pretty ? 4 : undefined);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const pieces = sent.kind === 'otlp' ? otlpEnvelope(sent.traces) : tracesEnvelope(sent.traces, sent.errors);
  await pipeline(Readable.from(inChunks(pieces)), response);
}

function sendError(response: ServerResponse, isV3: boolean, code: number, msg: string): void {
  const body = isV3 ? { error: { httpCode: code, message: msg } } : envelope(null, 0, [{ code, msg }]);
  sendText(response, code, `${goJson(body)}\n`);
}

function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
