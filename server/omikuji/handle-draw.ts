import type { IncomingMessage, ServerResponse } from 'node:http';
import { ROOT_CONTEXT, type SpanContext, SpanKind, type Tracer, trace } from '@opentelemetry/api';
import { drawFortune } from './draw-fortune.ts';
import { hrTime } from './telemetry.ts';

export interface DrawEffects {
  readonly tracer: Tracer;
  /** Milliseconds since 1970, with fractions; its local date decides whether it is New Year. */
  readonly clock: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly sleep: (millis: number) => Promise<void>;
}

/**
 * `GET /` draws a lot and makes a trace:
 *
 *     /handler   |====================|   server
 *       /omikuji | =================◆ |   internal; ◆ is the event, named by the message, with the attribute `omikuji`
 *
 * The trace is named in the header `traceresponse` (w3.org/TR/trace-context-2), so that who asked can look it up.
 */
export async function handleDraw(
  effects: DrawEffects,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.split('?', 1)[0] !== '/') return sendText(response, 404, 'not found\n');
  if (request.method !== 'GET') return sendText(response, 405, 'method not allowed\n', { Allow: 'GET' });

  const { tracer, clock, random, sleep } = effects;
  const now = () => hrTime(clock());
  const handler = tracer.startSpan('/handler', { kind: SpanKind.SERVER, startTime: now() }, ROOT_CONTEXT);
  const context = trace.setSpan(ROOT_CONTEXT, handler);
  const omikuji = tracer.startSpan('/omikuji', { kind: SpanKind.INTERNAL, startTime: now() }, context);
  const { fortune, message, sleepMillis } = drawFortune(random, new Date(clock()));
  if (sleepMillis > 0) await sleep(sleepMillis);
  omikuji.addEvent(message, { omikuji: fortune }, now());
  omikuji.end(now());
  sendText(response, 200, `運勢は[${fortune}]です`, { traceresponse: traceresponse(handler.spanContext()) });
  handler.end(now());
}

function traceresponse({ traceId, spanId }: SpanContext): string {
  return `00-${traceId}-${spanId}-01`;
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
