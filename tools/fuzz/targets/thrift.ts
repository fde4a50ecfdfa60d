import { agentMessage, batchBody } from '../../../server/all-in-one/collector/thrift/testing/write-batch.ts';
import { readDatagram, readThriftBody } from '../checks/read-thrift.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { anyBatch } from '../inputs/any-batch.ts';
import { mutateBytes } from '../inputs/mutate-bytes.ts';
import type { Random } from '../inputs/random.ts';
import { recordedBodies } from '../inputs/recordings.ts';

/** Datagrams for the agent in the compact protocol, as the article's app sends them. */
export function thriftCompact(): FuzzTarget {
  const recorded = recordedBodies('thrift-udp', /\.bin$/, 65_536);
  return {
    name: 'thrift-compact',
    make: (random) =>
      mutated(random.chance(0.2) ? random.pick(recorded) : agentMessage(anyBatch(random), 'compact'), random),
    read: (input) => readDatagram(input, 'compact'),
  };
}

/** The same in the binary protocol. */
export function thriftBinary(): FuzzTarget {
  return {
    name: 'thrift-binary',
    make: (random) => mutated(agentMessage(anyBatch(random), 'binary'), random),
    read: (input) => readDatagram(input, 'binary'),
  };
}

/** Bodies for the collector. */
export function thriftHttp(): FuzzTarget {
  const recorded = recordedBodies('thrift-http', /\.bin$/, 65_536);
  return {
    name: 'thrift-http',
    make: (random) => mutated(random.chance(0.2) ? random.pick(recorded) : batchBody(anyBatch(random)), random),
    read: readThriftBody,
  };
}

function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  return random.chance(0.1) ? bytes : mutateBytes(bytes, random);
}
