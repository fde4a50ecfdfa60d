import { create, toBinary } from '@bufbuild/protobuf';
import { ListOfSpansSchema } from '../collector/zipkin/zipkin_pb.ts';

/** The body of a request with two spans of Zipkin in protobuf, every field of theirs set. */
export function zipkinListBytes(): Uint8Array {
  const traceId = Buffer.alloc(16, 1);
  const timestamp = 1_795_424_400_000_000n;
  const local = { serviceName: 'front', ipv4: Buffer.of(127, 0, 0, 1), ipv6: Buffer.alloc(16, 1), port: 80 };
  return toBinary(
    ListOfSpansSchema,
    create(ListOfSpansSchema, {
      spans: [
        {
          traceId,
          id: Buffer.alloc(8, 1),
          kind: 2,
          name: 'get',
          timestamp,
          duration: 1000n,
          localEndpoint: local,
          annotations: [{ timestamp, value: 'drawn|{"omikuji":"凶"}|0' }],
          tags: { error: 'true', 'otel.library.name': 'lib', omikuji: '凶' },
        },
        {
          traceId,
          parentId: Buffer.alloc(8, 1),
          id: Buffer.alloc(8, 2),
          kind: 1,
          name: 'ask',
          timestamp,
          duration: 10n,
          localEndpoint: local,
          remoteEndpoint: { serviceName: 'back', ipv4: Buffer.of(10, 0, 0, 1), port: 8080 },
          tags: { __proto__: 'x', constructor: 'y' },
        },
      ],
    }),
  );
}
