import type { StoredSpan } from '../../store/stored-span.ts';
import type { ThriftBatch } from './read-batch.ts';
import { resourceFromProcess, spanFromThrift } from './span-from-thrift.ts';

/** The spans to store, one by one; undefined for each that is refused for a zero id. */
export function* spansOfBatch({ process, spans }: ThriftBatch): Generator<StoredSpan | undefined> {
  const resource = resourceFromProcess(process);
  for (const span of spans) yield spanFromThrift(span, resource);
}
