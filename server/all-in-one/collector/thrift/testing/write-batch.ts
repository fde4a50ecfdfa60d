import { Int64, TBinaryProtocol, TBufferedTransport, TCompactProtocol, Thrift, type TProtocol } from 'thrift';
import type { ThriftLog, ThriftProcess, ThriftRef, ThriftSpan, ThriftTag } from '../jaeger-thrift.ts';
import type { ThriftBatch } from '../read-batch.ts';
import type { ThriftEncoding } from '../thrift-reader.ts';

const { STRING, STRUCT, LIST, I32, I64, DOUBLE, BOOL } = Thrift.Type;

/** Bytes as a client sends them: written by the library, which knows nothing of our reader. */
export function written(encoding: ThriftEncoding, write: (protocol: TProtocol) => void): Buffer {
  const chunks: Buffer[] = [];
  const transport = new TBufferedTransport(undefined, (bytes) => {
    if (bytes !== undefined) chunks.push(bytes);
  });
  const protocol = encoding === 'compact' ? new TCompactProtocol(transport) : new TBinaryProtocol(transport);
  write(protocol);
  protocol.flush();
  return Buffer.concat(chunks);
}

/** A message for jaeger-agent. */
export function agentMessage(batch: ThriftBatch, encoding: ThriftEncoding, method = 'emitBatch'): Buffer {
  return written(encoding, (protocol) => {
    protocol.writeMessageBegin(method, Thrift.MessageType.ONEWAY, 1);
    struct(protocol, () => field(protocol, 1, STRUCT, () => writeBatch(protocol, batch)));
    protocol.writeMessageEnd();
  });
}

/** A body for `POST /api/traces`. */
export function batchBody(batch: ThriftBatch): Buffer {
  return written('binary', (protocol) => writeBatch(protocol, batch));
}

function writeBatch(out: TProtocol, { process, spans }: ThriftBatch): void {
  struct(out, () => {
    field(out, 1, STRUCT, () => writeProcess(out, process));
    field(out, 2, LIST, () => list(out, spans, (span) => writeSpan(out, span)));
  });
}

function writeProcess(out: TProtocol, { serviceName, tags }: ThriftProcess): void {
  struct(out, () => {
    field(out, 1, STRING, () => out.writeString(serviceName));
    if (tags !== undefined) field(out, 2, LIST, () => list(out, tags.items, (tag) => writeTag(out, tag)));
  });
}

function writeSpan(out: TProtocol, span: ThriftSpan): void {
  const { references, tags, logs } = span;
  struct(out, () => {
    i64(out, 1, span.traceIdLow);
    i64(out, 2, span.traceIdHigh);
    i64(out, 3, span.spanId);
    i64(out, 4, span.parentSpanId);
    field(out, 5, STRING, () => out.writeString(span.operationName));
    if (references !== undefined) field(out, 6, LIST, () => list(out, references.items, (ref) => writeRef(out, ref)));
    field(out, 7, I32, () => out.writeI32(1));
    i64(out, 8, span.startTime);
    i64(out, 9, span.duration);
    if (tags !== undefined) field(out, 10, LIST, () => list(out, tags.items, (tag) => writeTag(out, tag)));
    if (logs !== undefined) field(out, 11, LIST, () => list(out, logs.items, (log) => writeLog(out, log)));
  });
}

function writeRef(out: TProtocol, ref: ThriftRef): void {
  struct(out, () => {
    field(out, 1, I32, () => out.writeI32(ref.refType));
    i64(out, 2, ref.traceIdLow);
    i64(out, 3, ref.traceIdHigh);
    i64(out, 4, ref.spanId);
  });
}

function writeLog(out: TProtocol, { timestamp, fields }: ThriftLog): void {
  struct(out, () => {
    i64(out, 1, timestamp);
    field(out, 2, LIST, () => list(out, fields.items, (tag) => writeTag(out, tag)));
  });
}

function writeTag(out: TProtocol, { key, vType, vStr, vDouble, vBool, vLong, vBinary }: ThriftTag): void {
  struct(out, () => {
    field(out, 1, STRING, () => out.writeString(key));
    field(out, 2, I32, () => out.writeI32(vType));
    if (vStr !== undefined) field(out, 3, STRING, () => out.writeString(vStr));
    if (vDouble !== undefined) field(out, 4, DOUBLE, () => out.writeDouble(vDouble));
    if (vBool !== undefined) field(out, 5, BOOL, () => out.writeBool(vBool));
    if (vLong !== undefined) i64(out, 6, vLong);
    if (vBinary !== undefined) field(out, 7, STRING, () => out.writeBinary(Buffer.from(vBinary)));
  });
}

function struct(out: TProtocol, writeFields: () => void): void {
  out.writeStructBegin('');
  writeFields();
  out.writeFieldStop();
  out.writeStructEnd();
}

function field(out: TProtocol, id: number, type: Thrift.Type, writeValue: () => void): void {
  out.writeFieldBegin('', type, id);
  writeValue();
  out.writeFieldEnd();
}

function list<T>(out: TProtocol, items: readonly T[], write: (item: T) => void): void {
  out.writeListBegin(STRUCT, items.length);
  for (const item of items) write(item);
  out.writeListEnd();
}

function i64(out: TProtocol, id: number, value: bigint): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  field(out, id, I64, () => out.writeI64(new Int64(bytes)));
}
