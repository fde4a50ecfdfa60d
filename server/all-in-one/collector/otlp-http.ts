import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '#core/log.ts';
import { BadOtlp } from './bad-otlp.ts';
import { groupsFromJson } from './groups-from-json.ts';
import { groupsFromProtobuf } from './groups-from-protobuf.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { type Answer, type OtlpEncoding, otlpAnswers } from './otlp-answers.ts';
import { readBody } from './read-body.ts';
import type { ReceiverMeter } from './receiver-meter.ts';
import type { SpanSink } from './span-sink.ts';
import { storeGroups } from './store-groups.ts';

const INVALID_ARGUMENT = 3;
const RESOURCE_EXHAUSTED = 8;
const INTERNAL = 13;

export interface OtlpHttpOptions {
  readonly sink: SpanSink;
  readonly meter: ReceiverMeter;
  readonly maxBodyBytes?: number;
  readonly log: Log;
}

/**
 * OTLP over HTTP, as the OpenTelemetry Collector inside Jaeger 2.20 speaks it: `POST /v1/traces`, protobuf or JSON, gzip.
 * Source: opentelemetry.io/docs/specs/otlp, "OTLP/HTTP", and the recorded answers.
 */
export function otlpHttp(options: OtlpHttpOptions): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void answerOrFail(request, options).then((found) => send(response, found));
  };
}

async function answerOrFail(request: IncomingMessage, options: OtlpHttpOptions): Promise<Answer> {
  try {
    return await answer(request, options);
  } catch (error) {
    // A sender that went away in the middle of its request is no failure of ours.
    if (!request.destroyed) options.log('error', 'an OTLP request failed', { error });
    options.meter.rejected('failed', 'internal error');
    return otlpAnswers.failed('application/json', 500, INTERNAL, 'internal error');
  }
}

async function answer(request: IncomingMessage, options: OtlpHttpOptions): Promise<Answer> {
  const { meter } = options;
  const encoding = encodingOf(request.headers['content-type']);
  const refusal = refusalOf(request, encoding);
  if (refusal !== undefined || encoding === undefined) {
    meter.rejected('unsupported', 'another path, method or content type');
    return refusal ?? otlpAnswers.unsupportedMediaType;
  }
  const maxBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  const body = await readBody(request, maxBytes);
  switch (body.kind) {
    case 'too-large':
      meter.rejected('too-large', `a body larger than ${maxBytes} bytes`);
      return otlpAnswers.failed(encoding, 413, RESOURCE_EXHAUSTED, `request body larger than ${maxBytes} bytes`);
    case 'bad-encoding':
      meter.rejected('unreadable', body.message);
      return otlpAnswers.failed(encoding, 400, INVALID_ARGUMENT, body.message);
    case 'body':
      return ingest(body.bytes, encoding, options);
  }
}

async function ingest(bytes: Uint8Array, encoding: OtlpEncoding, { sink, meter }: OtlpHttpOptions): Promise<Answer> {
  try {
    const groups =
      encoding === 'application/json' ? groupsFromJson(Buffer.from(bytes).toString()) : groupsFromProtobuf(bytes);
    return otlpAnswers.accepted(encoding, await storeGroups(groups, sink, meter));
  } catch (error) {
    if (!(error instanceof BadOtlp)) throw error;
    meter.rejected('unreadable', error.message);
    return otlpAnswers.failed(encoding, 400, INVALID_ARGUMENT, error.message);
  }
}

function refusalOf(request: IncomingMessage, encoding: OtlpEncoding | undefined): Answer | undefined {
  if (request.url?.split('?', 1)[0] !== '/v1/traces') return otlpAnswers.notFound;
  if (request.method !== 'POST') return otlpAnswers.methodNotAllowed;
  return encoding === undefined ? otlpAnswers.unsupportedMediaType : undefined;
}

function encodingOf(contentType: string | undefined): OtlpEncoding | undefined {
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return mediaType === 'application/json' || mediaType === 'application/x-protobuf' ? mediaType : undefined;
}

function send(response: ServerResponse, { status, contentType, body }: Answer): void {
  if (response.destroyed) return;
  const nosniff = status === 404 ? { 'X-Content-Type-Options': 'nosniff' } : {};
  const close = status === 413 ? { Connection: 'close' } : {};
  response.writeHead(status, {
    'Content-Type': contentType,
    ...nosniff,
    ...close,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
