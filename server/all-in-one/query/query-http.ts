import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '#core/log.ts';
import { yielder } from '../yield-to-others.ts';
import { envelope, goJson, tracesEnvelope } from './envelope.ts';
import { QueryError } from './query-error.ts';
import { type QueryAnswer, type QueryContext, routes } from './routes.ts';

export interface QueryHttpOptions extends QueryContext {
  readonly log: Log;
}

/** The legacy HTTP API of jaeger-query 2.20 (`/api/*`), as far as a dashboard reads it. */
export function queryHttp(options: QueryHttpOptions): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      // A client that went away in the middle of an answer is no failure of ours.
      if (response.destroyed || response.closed) return;
      if (error instanceof QueryError) return sendError(response, error.status, error.message);
      options.log('error', 'a query failed', { error, path: request.url });
      if (response.headersSent) response.destroy();
      else sendError(response, 500, 'internal error');
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
  await sendAnswer(request, response, answer, (parameters.get('prettyPrint') ?? '') !== '');
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The route of a path, and its one variable segment, unescaped after the split: a service name may hold a slash. */
function findRoute(path: string): { readonly route: (typeof routes)[number]; readonly segment: string } | undefined {
  const segments = path.split('/').slice(1);
  const route = routes.find(
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
  if (pretty || answer.kind === 'envelope') {
    const whole = answer.kind === 'envelope' ? answer.envelope : envelope([...answer.traces], 0, answer.errors);
    const body = goJson(whole, pretty ? 4 : undefined);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'application/json' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(tracesEnvelope(answer.traces, answer.errors, yielder())), response);
}

function sendError(response: ServerResponse, code: number, msg: string): void {
  sendText(response, code, `${goJson(envelope(null, 0, [{ code, msg }]))}\n`);
}

function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
