import { Thrift } from 'thrift';
import { MAX_SPANS } from '../limits.ts';
import { BadThrift } from './bad-thrift.ts';
import { type ThriftProcess, type ThriftSpan, thriftProcess, thriftSpan } from './jaeger-thrift.ts';
import type { ThriftReader } from './thrift-reader.ts';
import { missingField } from './thrift-schema.ts';

/** What one process sends at a time. */
export interface ThriftBatch {
  readonly process: ThriftProcess;
  readonly spans: readonly ThriftSpan[];
}

const PROCESS = 1;
const SPANS = 2;

/**
 * A jaeger.thrift `Batch`. Pauses after each span, so that a large one can be read in turns with other work.
 *
 * @throws BadThrift
 */
export function* readBatch(reader: ThriftReader): Generator<undefined, ThriftBatch> {
  if (reader.isAtEnd) throw new BadThrift('*jaeger.Batch field 0 read error: EOF');
  let process: ThriftProcess | undefined;
  let spans: ThriftSpan[] | undefined;
  for (const { id, type } of reader.fields()) {
    if (id === PROCESS && type === Thrift.Type.STRUCT) process = thriftProcess.read(reader);
    else if (id === SPANS && type === Thrift.Type.LIST) spans = yield* readSpans(reader);
    else reader.skip(type);
  }
  if (process === undefined) throw missingField('process');
  if (spans === undefined) throw missingField('spans');
  return { process, spans };
}

function* readSpans(reader: ThriftReader): Generator<undefined, ThriftSpan[]> {
  const { type, size } = reader.list();
  if (size > MAX_SPANS) throw new BadThrift(`more than ${MAX_SPANS} spans`);
  const spans: ThriftSpan[] = [];
  for (let index = 0; index < size; index++) {
    if (type === thriftSpan.type) spans.push(thriftSpan.read(reader));
    else reader.skip(type);
    yield;
  }
  return spans;
}
