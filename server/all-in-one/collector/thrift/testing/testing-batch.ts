import type { ThriftSpan, ThriftTag } from '../jaeger-thrift.ts';
import { TAG_TYPE } from '../jaeger-thrift.ts';
import type { ThriftBatch } from '../read-batch.ts';
import type { KeptList } from '../thrift-schema.ts';

export function kept<T>(...items: readonly T[]): KeptList<T> {
  return { items, size: items.length };
}

export function textTag(key: string, vStr: string): ThriftTag {
  return tag({ key, vType: TAG_TYPE.STRING, vStr });
}

/** A tag of which only some fields are set. */
export function tag(fields: Pick<ThriftTag, 'key' | 'vType'> & Partial<ThriftTag>): ThriftTag {
  return { vStr: undefined, vDouble: undefined, vBool: undefined, vLong: undefined, vBinary: undefined, ...fields };
}

/** A span of one millisecond to change in tests. */
export function testingThriftSpan(changes: Partial<ThriftSpan> = {}): ThriftSpan {
  return {
    traceIdLow: 2n,
    traceIdHigh: 1n,
    spanId: 3n,
    parentSpanId: 0n,
    operationName: 'operation',
    references: undefined,
    startTime: 1_795_424_400_000_000n,
    duration: 1_000n,
    tags: undefined,
    logs: undefined,
    ...changes,
  };
}

export function testingBatch(...spans: readonly ThriftSpan[]): ThriftBatch {
  return { process: { serviceName: 'demo', tags: undefined }, spans };
}
