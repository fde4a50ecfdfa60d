import { legacyBody } from '#core/testing/legacy-body.ts';
import { randomTraces } from '#core/testing/random-traces.ts';
import { legacyClient } from '../../../server/jaeger-query/legacy/legacy-client.ts';
import { readAnswer } from '../checks/read-answer.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutatedDocument } from '../inputs/mutated-document.ts';
import { recordedDocuments } from '../inputs/recordings.ts';

/** Answers of every Jaeger up to 2.20, and some of our own. */
export function legacyJson(): FuzzTarget {
  const documents = [
    ...recordedDocuments('jaeger', /^[^/]+\/(trace|search|zipkin|udp|thrift)-(?!v3|http-v3|.*operations).*\.json$/),
    JSON.parse(legacyBody(randomTraces({ seed: 1, traces: 3, spansPerTrace: 4 }))),
  ];
  return {
    name: 'legacy-json',
    make: (random) => mutatedDocument(documents, random),
    read: (input) => readAnswer(input, legacyClient),
  };
}
