import { groupsFromJson } from '../../../server/all-in-one/collector/groups-from-json.ts';
import { readOtlp } from '../checks/read-otlp.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutatedDocument } from '../inputs/mutated-document.ts';
import { recordedDocuments } from '../inputs/recordings.ts';

const decoder = new TextDecoder();

/** Requests of OTLP over HTTP, in JSON. */
export function otlpJson(): FuzzTarget {
  const documents = recordedDocuments('otlp', /\.json$/);
  return {
    name: 'otlp-json',
    make: (random) => mutatedDocument(documents, random),
    read: (input) => readOtlp(() => groupsFromJson(decoder.decode(input))),
  };
}
