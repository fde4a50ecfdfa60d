import type { IncomingMessage, RequestListener } from 'node:http';
import type { Log } from '#core/log.ts';
import type { StoredSpan } from '../../store/stored-span.ts';
import { yielder } from '../../yield-to-others.ts';
import { ACCEPTED, answerWith, escapedText, type PlainAnswer, plainText } from '../plain-answer.ts';
import { readBody } from '../read-body.ts';
import type { ReceiverMeter } from '../receiver-meter.ts';
import type { SpanSink } from '../span-sink.ts';
import { storeSpans } from '../store-spans.ts';
import { BadThrift } from './bad-thrift.ts';
import { readBatch } from './read-batch.ts';
import { spansOfBatch } from './spans-of-batch.ts';
import { ThriftReader } from './thrift-reader.ts';

const TYPES: ReadonlySet<string> = new Set(['application/x-thrift', 'application/vnd.apache.thrift.binary']);

export interface ThriftHttpOptions {
  readonly sink: SpanSink;
  readonly meter: ReceiverMeter;
  readonly maxBodyBytes: number;
  readonly log: Log;
}

/**
 * Thrift over HTTP: `POST /api/traces`, the body a `Batch` in the binary protocol. The answers are those of Jaeger 2.20
 * (opentelemetry-collector-contrib v0.153, receiver/jaegerreceiver), but for the words on what is wrong with a body.
 */
export function thriftHttp(options: ThriftHttpOptions): RequestListener {
  return answerWith((request) => answer(request, options), options);
}

async function answer(request: IncomingMessage, options: ThriftHttpOptions): Promise<PlainAnswer> {
  const { meter, maxBodyBytes } = options;
  const refusal = refusalOf(request);
  if (refusal !== undefined) {
    meter.rejected('unsupported', 'another path, method or content type');
    return refusal;
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
      return await ingest(body.bytes, options);
  }
}

function refusalOf({ url, method, headers }: IncomingMessage): PlainAnswer | undefined {
  if (url?.split('?', 1)[0] !== '/api/traces') return plainText(404, '404 page not found');
  if (method !== 'POST') return { status: 405 };
  const mediaType = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (mediaType === '') return plainText(400, 'Cannot parse content type: mime: no media type');
  if (!TYPES.has(mediaType)) return plainText(400, escapedText(`Unsupported content type: ${mediaType}`));
  return undefined;
}

async function ingest(bytes: Uint8Array, { sink, meter }: ThriftHttpOptions): Promise<PlainAnswer> {
  try {
    const { spans, refused } = await storedSpans(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    await storeSpans(spans, refused, sink);
    meter.took(spans.length);
    return ACCEPTED;
  } catch (error) {
    if (!(error instanceof BadThrift)) throw error;
    meter.rejected('unreadable', error.message);
    return plainText(400, escapedText(`Unable to process request body: ${error.message}`));
  }
}

/** Other work of the process gets its turn in between. */
async function storedSpans(body: Buffer): Promise<{ readonly spans: readonly StoredSpan[]; readonly refused: number }> {
  const giveWay = yielder();
  const steps = readBatch(new ThriftReader(body, 'binary'));
  let step = steps.next();
  while (!step.done) {
    await giveWay();
    step = steps.next();
  }
  const spans: StoredSpan[] = [];
  for (const span of spansOfBatch(step.value)) {
    if (span !== undefined) spans.push(span);
    await giveWay();
  }
  return { spans, refused: step.value.spans.length - spans.length };
}
