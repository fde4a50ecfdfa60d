import type { IncomingMessage, RequestListener } from 'node:http';
import type { Log } from '#core/log.ts';
import { ACCEPTED, answerWith, type PlainAnswer, plainText } from '../plain-answer.ts';
import { readBody } from '../read-body.ts';
import type { ReceiverMeter } from '../receiver-meter.ts';
import type { SpanSink } from '../span-sink.ts';
import { storeSpans } from '../store-spans.ts';
import { BadZipkin } from './bad-zipkin.ts';
import { spansFromJson } from './spans-from-json.ts';
import { spansFromProtobuf } from './spans-from-protobuf.ts';
import { storedSpans } from './stored-spans.ts';

export interface ZipkinHttpOptions {
  readonly sink: SpanSink;
  readonly meter: ReceiverMeter;
  readonly maxBodyBytes: number;
  readonly log: Log;
}

/**
 * Spans of Zipkin's version 2, JSON or protobuf. As in Jaeger 2.20 (opentelemetry-collector-contrib v0.153,
 * receiver/zipkinreceiver) any path and any method will do. Version 1, which 2.20 still takes, is refused.
 */
export function zipkinHttp(options: ZipkinHttpOptions): RequestListener {
  return answerWith((request) => answer(request, options), options);
}

async function answer(request: IncomingMessage, options: ZipkinHttpOptions): Promise<PlainAnswer> {
  const { meter, maxBodyBytes } = options;
  if (request.url?.split('?', 1)[0]?.includes('api/v1/spans')) {
    meter.rejected('unsupported', 'spans of Zipkin v1');
    return plainText(415, 'spans of Zipkin v1 are not taken; send version 2 to /api/v2/spans');
  }
  const body = await readBody(request, maxBodyBytes);
  switch (body.kind) {
    case 'too-large':
      meter.rejected('too-large', `a body larger than ${maxBodyBytes} bytes`);
      return plainText(413, `request body larger than ${maxBodyBytes} bytes`);
    case 'bad-encoding':
      meter.rejected('unreadable', body.message);
      return plainText(400, body.message);
    case 'body':
      return await ingest(body.bytes, request.headers['content-type'] === 'application/x-protobuf', options);
  }
}

async function ingest(
  bytes: Uint8Array,
  isProtobuf: boolean,
  { sink, meter }: ZipkinHttpOptions,
): Promise<PlainAnswer> {
  try {
    const sent = isProtobuf ? spansFromProtobuf(bytes) : spansFromJson(Buffer.from(bytes).toString());
    const { spans, refused } = await storedSpans(sent);
    await storeSpans(spans, refused, sink);
    meter.took(spans.length);
    return ACCEPTED;
  } catch (error) {
    if (!(error instanceof BadZipkin)) throw error;
    meter.rejected('unreadable', error.message);
    return plainText(400, error.message);
  }
}
