import { type Attributes, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { dialectOfUrl } from '../jaeger-query/upstream/dialect-of-url.ts';
import type { UpstreamDone } from '../jaeger-query/upstream/upstream.ts';
import type { RequestSpan } from './request-span.ts';

/** Makes a span of a question to Jaeger that is over at this moment, beneath the request that has asked it. */
export function addUpstreamSpan(tracer: Tracer, parent: RequestSpan, done: UpstreamDone): void {
  const now = performance.now();
  const template = templateOf(done.url);
  const span = tracer.startSpan(
    `GET ${template}`,
    { kind: SpanKind.CLIENT, startTime: parent.timeAt(now - done.millis), attributes: attributesOf(done, template) },
    parent.context,
  );
  if (done.result !== 'ok' && done.result !== 'aborted') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(parent.timeAt(now));
}

function attributesOf({ url, result, status, repetitions, bytes }: UpstreamDone, template: string): Attributes {
  return {
    'http.request.method': 'GET',
    'server.address': url.hostname.replace(/^\[(.*)\]$/, '$1'),
    'server.port': Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    'url.path': url.pathname,
    'url.template': template,
    'kuji.dialect': dialectOfUrl(url),
    'kuji.result': result,
    'kuji.bytes': bytes,
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(repetitions === 0 ? {} : { 'http.request.resend_count': repetitions }),
    ...(result === 'ok' ? {} : { 'error.type': result }),
  };
}

/** The path without what differs from trace to trace. */
function templateOf({ pathname }: URL): string {
  return pathname.replace(/(\/api\/(?:v3\/)?traces\/).+$/, '$1{id}');
}
