import { REF_TYPE, TAG_TYPE, type ThriftTag } from '../../../server/all-in-one/collector/thrift/jaeger-thrift.ts';
import type { ThriftBatch } from '../../../server/all-in-one/collector/thrift/read-batch.ts';
import { kept, tag, testingThriftSpan } from '../../../server/all-in-one/collector/thrift/testing/testing-batch.ts';
import type { Random } from './random.ts';

const TEXTS = [
  '',
  'demo',
  '凶',
  'error',
  'span.kind',
  '__proto__',
  'otel.status_code',
  '\u0000',
  'x'.repeat(300),
] as const;
const NUMBERS = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 1_795_424_400_000_000n] as const;
const DOUBLES = [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300] as const;

/** What one process could send, its numbers at their ends. */
export function anyBatch(random: Random): ThriftBatch {
  const tags = () => (random.chance(0.2) ? undefined : kept(...some(random, 4, () => anyTag(random))));
  const number = () => random.pick(NUMBERS);
  const spans = some(random, 4, () =>
    testingThriftSpan({
      traceIdLow: number(),
      traceIdHigh: number(),
      spanId: number(),
      parentSpanId: number(),
      operationName: random.pick(TEXTS),
      startTime: number(),
      duration: number(),
      tags: tags(),
      references: kept(
        ...some(random, 3, () => ({
          refType: random.pick([REF_TYPE.CHILD_OF, REF_TYPE.FOLLOWS_FROM, 7]),
          traceIdLow: number(),
          traceIdHigh: number(),
          spanId: number(),
        })),
      ),
      logs: kept(...some(random, 3, () => ({ timestamp: number(), fields: tags() ?? kept() }))),
    }),
  );
  return { process: { serviceName: random.pick(TEXTS), tags: tags() }, spans };
}

function anyTag(random: Random): ThriftTag {
  return tag({
    key: random.pick(TEXTS),
    vType: random.pick([...Object.values(TAG_TYPE), 9]),
    vStr: random.pick(TEXTS),
    vDouble: random.pick(DOUBLES),
    vBool: random.chance(0.5),
    vLong: random.pick(NUMBERS),
    vBinary: Uint8Array.of(1, 2, 255),
  });
}

function some<T>(random: Random, most: number, make: () => T): readonly T[] {
  return Array.from({ length: random.below(most + 1) }, make);
}
