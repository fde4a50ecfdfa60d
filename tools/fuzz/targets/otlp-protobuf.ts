import { groupsFromJson } from '../../../server/all-in-one/collector/groups-from-json.ts';
import { groupsFromProtobuf } from '../../../server/all-in-one/collector/groups-from-protobuf.ts';
import { otlpRequestBytes } from '../../../server/all-in-one/testing/otlp-request-bytes.ts';
import { readOtlp } from '../checks/read-otlp.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../inputs/mutate-bytes.ts';
import { mutateProtobuf } from '../inputs/mutate-protobuf.ts';
import { recordedBodies } from '../inputs/recordings.ts';

/** Requests of OTLP in protobuf, over HTTP or gRPC. */
export function otlpProtobuf(): FuzzTarget {
  const decoder = new TextDecoder();
  const bodies = recordedBodies('otlp', /\.json$/).map((body) =>
    otlpRequestBytes(groupsFromJson(decoder.decode(body))),
  );
  return {
    name: 'otlp-protobuf',
    make: (random) => {
      const body = random.pick(bodies);
      return random.chance(0.6) ? mutateProtobuf(body, random) : mutateBytes(body, random);
    },
    read: (input) => readOtlp(() => groupsFromProtobuf(input)),
  };
}
