import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Thrift } from 'thrift';
import { describe, expect, it } from 'vitest';
import { BadThrift } from './bad-thrift.ts';
import { readAgentMessage } from './read-agent-message.ts';
import type { ThriftBatch } from './read-batch.ts';
import { kept, tag, testingBatch, testingThriftSpan, textTag } from './testing/testing-batch.ts';
import { agentMessage, written } from './testing/write-batch.ts';
import { type ThriftEncoding, ThriftReader } from './thrift-reader.ts';

const FOLDER = new URL('../../../../core/jaeger/recordings/thrift-udp/', import.meta.url);
const recorded = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER)));
const ENCODINGS: readonly ThriftEncoding[] = ['compact', 'binary'];

function read(bytes: Buffer, encoding: ThriftEncoding): ReturnType<typeof readAgentMessage> {
  return readAgentMessage(new ThriftReader(bytes, encoding));
}

function batchOf(bytes: Buffer, encoding: ThriftEncoding): ThriftBatch {
  const message = read(bytes, encoding);
  if (message.kind !== 'batch') throw new Error('no batch');
  return message.batch;
}

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
// The library writes −0 as 0.
const double = fc.double().map((value) => value + 0);
const anyTag = fc.oneof(
  fc.record({ key: fc.string(), vStr: fc.string() }).map((fields) => tag({ ...fields, vType: 0 })),
  fc.record({ key: fc.string(), vDouble: double }).map((fields) => tag({ ...fields, vType: 1 })),
  fc.record({ key: fc.string(), vBool: fc.boolean() }).map((fields) => tag({ ...fields, vType: 2 })),
  fc.record({ key: fc.string(), vLong: int64 }).map((fields) => tag({ ...fields, vType: 3 })),
  fc.record({ key: fc.string(), vBinary: fc.uint8Array() }).map((fields) => tag({ ...fields, vType: 4 })),
);
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 17 }).map((items) => kept(...items));
const anyRef = fc.record({
  refType: fc.integer({ min: 0, max: 2 }),
  traceIdLow: int64,
  traceIdHigh: int64,
  spanId: int64,
});
const anySpan = fc.record({
  traceIdLow: int64,
  traceIdHigh: int64,
  spanId: int64,
  parentSpanId: int64,
  operationName: fc.string({ unit: 'grapheme' }),
  references: fc.option(listOf(anyRef), { nil: undefined }),
  startTime: int64,
  duration: int64,
  tags: fc.option(listOf(anyTag), { nil: undefined }),
  logs: fc.option(listOf(fc.record({ timestamp: int64, fields: listOf(anyTag) })), { nil: undefined }),
});
const anyBatch = fc.record({
  process: fc.record({ serviceName: fc.string(), tags: fc.option(listOf(anyTag), { nil: undefined }) }),
  spans: fc.array(anySpan, { maxLength: 3 }),
});

describe.each(ENCODINGS)('a message in the %s protocol', (encoding) => {
  it('is read as it was written, 64 bits and all', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        expect(batchOf(agentMessage(batch, encoding), encoding)).toEqual(batch);
      }),
      { numRuns: 300 },
    );
  });

  it('holds the same as what was recorded', () => {
    for (const bytes of recorded) {
      const batch = batchOf(bytes, 'compact');
      expect(batchOf(agentMessage(batch, encoding), encoding)).toEqual(batch);
    }
  });

  it('is a BadThrift wherever it is cut', () => {
    const bytes = agentMessage(batchOf(recorded[0] ?? Buffer.of(), 'compact'), encoding);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => read(bytes.subarray(0, length), encoding)).toThrow(BadThrift);
    }
  });

  it('of a Zipkin client is not supported', () => {
    const message = agentMessage(testingBatch(), encoding, 'emitZipkinBatch');
    expect(read(message, encoding)).toEqual({ kind: 'unsupported', method: 'emitZipkinBatch' });
  });

  it('keeps the first thousand tags of a span and knows how many there were', () => {
    const tags = kept(...Array.from({ length: 1_003 }, (_, n) => textTag(`k${n}`, 'v')));
    const span = testingThriftSpan({ tags });
    const [back] = batchOf(agentMessage(testingBatch(span), encoding), encoding).spans;
    expect([back?.tags?.items.length, back?.tags?.size]).toEqual([1_000, 1_003]);
  });

  it.each([
    ['no process', (out: Parameters<Parameters<typeof written>[1]>[0]) => out.writeFieldBegin('', Thrift.Type.I32, 9)],
  ])('with %s is a BadThrift', (_, writeField) => {
    const bytes = written(encoding, (out) => {
      out.writeMessageBegin('emitBatch', Thrift.MessageType.CALL, 1);
      out.writeStructBegin('');
      out.writeFieldBegin('', Thrift.Type.STRUCT, 1);
      out.writeStructBegin('');
      writeField(out);
      out.writeI32(1);
      out.writeFieldStop();
      out.writeStructEnd();
      out.writeFieldStop();
      out.writeStructEnd();
    });
    expect(() => read(bytes, encoding)).toThrow(new BadThrift('Required field Process is not set'));
  });

  it('is read, or is a BadThrift, whatever bytes are changed, cut or put in', () => {
    const whole = recorded.slice(0, 4).map((bytes) => agentMessage(batchOf(bytes, 'compact'), encoding));
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      // Values that say "negative", "the largest" and "go on" in either protocol, beside any other.
      bytes: fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 2 }),
        fc.constantFrom(
          Uint8Array.of(0x7f, 0xff, 0xff, 0xff),
          Uint8Array.of(0x80, 0, 0, 0),
          Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
          Uint8Array.of(0xfc, 0xff, 0xff, 0xff, 0xff, 0x07),
        ),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (original, changes, share) => {
          const bytes = Buffer.from(original);
          for (const { at, bytes: put } of changes)
            bytes.set(put.subarray(0, bytes.length), Math.floor(at * (bytes.length - 6)));
          expectReadOrBad(bytes.subarray(0, Math.ceil(Math.min(1, share) * bytes.length)), encoding);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('is read, or is a BadThrift, whatever it is', () => {
    const start = written(encoding, (out) => {
      out.writeMessageBegin('emitBatch', Thrift.MessageType.ONEWAY, 1);
      out.writeStructBegin('');
      out.writeFieldBegin('', Thrift.Type.STRUCT, 1);
    });
    fc.assert(
      fc.property(fc.boolean(), fc.uint8Array({ maxLength: 80 }), (hasStart, bytes) => {
        expectReadOrBad(hasStart ? Buffer.concat([start, bytes]) : Buffer.from(bytes), encoding);
      }),
      { numRuns: 20_000 },
    );
  });
});

function expectReadOrBad(bytes: Buffer, encoding: ThriftEncoding): void {
  try {
    read(bytes, encoding);
  } catch (error) {
    expect(error).toBeInstanceOf(BadThrift);
  }
}
