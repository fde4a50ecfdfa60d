import type { StoredSpan } from '../../store/stored-span.ts';
import type { SpanSink } from '../otlp-http.ts';
import type { ThriftBatch } from './read-batch.ts';
import { resourceFromProcess, spanFromThrift } from './span-from-thrift.ts';

/** Hands the spans of a batch on. Answers how many were taken; those with a zero id are refused. */
export function takeBatch({ process, spans }: ThriftBatch, sink: SpanSink): number {
  const resource = resourceFromProcess(process);
  const stored = spans
    .map((span) => spanFromThrift(span, resource))
    .filter((span): span is StoredSpan => span !== undefined);
  sink.add(stored);
  sink.refuse(spans.length - stored.length);
  return stored.length;
}
