import { BadZipkin } from '../../../server/all-in-one/collector/zipkin/bad-zipkin.ts';
import { spansFromJson } from '../../../server/all-in-one/collector/zipkin/spans-from-json.ts';
import { spansFromProtobuf } from '../../../server/all-in-one/collector/zipkin/spans-from-protobuf.ts';
import { storedSpans } from '../../../server/all-in-one/collector/zipkin/stored-spans.ts';
import type { ZipkinSpan } from '../../../server/all-in-one/collector/zipkin/zipkin-span.ts';
import { zipkinListBytes } from '../../../server/all-in-one/testing/zipkin-list-bytes.ts';
import { checkStoredSpans } from '../checks/check-stored-spans.ts';
import { onlyAsync } from '../checks/only.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../inputs/mutate-bytes.ts';
import { mutateProtobuf } from '../inputs/mutate-protobuf.ts';
import { mutatedDocument } from '../inputs/mutated-document.ts';
import { recordedDocuments } from '../inputs/recordings.ts';

const decoder = new TextDecoder();

/** Requests with spans of Zipkin, in JSON. */
export function zipkinJson(): FuzzTarget {
  const documents = recordedDocuments('zipkin', /\.json$/, 65_536);
  return {
    name: 'zipkin-json',
    make: (random) => mutatedDocument(documents, random),
    read: (input) => readZipkin(() => spansFromJson(decoder.decode(input))),
  };
}

/** The same in protobuf. */
export function zipkinProtobuf(): FuzzTarget {
  const bytes = zipkinListBytes();
  return {
    name: 'zipkin-protobuf',
    make: (random) => (random.chance(0.6) ? mutateProtobuf(bytes, random) : mutateBytes(bytes, random)),
    read: (input) => readZipkin(() => spansFromProtobuf(input)),
  };
}

async function readZipkin(spans: () => Iterable<ZipkinSpan>): Promise<void> {
  const stored = await onlyAsync(BadZipkin, async () => storedSpans(spans()));
  if (stored !== undefined) checkStoredSpans(stored.spans);
}
