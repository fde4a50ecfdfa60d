import { randomTraces } from '#core/testing/random-traces.ts';
import { v3Body } from '#core/testing/v3-body.ts';
import { v3Client } from '../../../server/jaeger-query/v3/v3-client.ts';
import { readAnswer } from '../checks/read-answer.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutatedDocument } from '../inputs/mutated-document.ts';
import { recordedDocuments } from '../inputs/recordings.ts';

/** Answers of `/api/v3/traces`, and some of our own. */
export function v3Json(): FuzzTarget {
  const documents = [
    ...recordedDocuments('jaeger', /^[^/]+\/.*v3-(trace|search).*\.json$/),
    JSON.parse(v3Body(randomTraces({ seed: 1, traces: 3, spansPerTrace: 4 }))),
  ];
  return {
    name: 'v3-json',
    make: (random) => mutatedDocument(documents, random),
    read: (input) =>
      readAnswer(input, (upstream) => v3Client(upstream, { spelling: 'camel', filtersAttributes: true })),
  };
}
