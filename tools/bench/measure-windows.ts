import { DEFAULT_TRACES_PER_SLICE } from '#core/api.ts';
import { dayOfTraces, perfectRequests, RHYTHMS, searchOfDay } from '../../server/jaeger-query/testing/day-of-traces.ts';
import { fakeStorage } from '../../server/jaeger-query/testing/fake-storage.ts';
import type { StorageKind } from '../../server/jaeger-query/testing/storage-kind.ts';
import { walkSlices } from '../../server/jaeger-query/testing/walk-slices.ts';
import type { Figure } from './figure.ts';

const TRACES = 100_000;

/**
 * Storages that give the newest, Cassandra with few and many spans to a trace, and one that gives any: no real one does, and the
 * limit is not for it.
 */
const CASES: readonly { readonly kind: StorageKind; readonly spans: number; readonly limit: number | undefined }[] = [
  { kind: 'memory', spans: 2, limit: 1.5 },
  { kind: 'search-server', spans: 2, limit: 1.5 },
  { kind: 'cassandra', spans: 2, limit: 1.5 },
  { kind: 'cassandra', spans: 10, limit: 1.5 },
  { kind: 'cassandra-buckets', spans: 2, limit: undefined },
];

/**
 * Requests to read a day of 100 000 traces completely, against those of a reader that knows the traffic in advance. They depend
 * on nothing but the traces.
 */
export async function measureWindows(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const rhythm of RHYTHMS) {
    for (const { kind, spans, limit } of CASES) {
      const traces = dayOfTraces(rhythm, TRACES, spans);
      const walked = await walkSlices(fakeStorage(kind, traces), searchOfDay(DEFAULT_TRACES_PER_SLICE));
      const read = new Set(walked.ids).size;
      if (read !== TRACES) throw new Error(`${read} of ${TRACES} traces were read`);
      const perfect = perfectRequests(kind, TRACES, spans, DEFAULT_TRACES_PER_SLICE);
      figures.push({
        name: `Requests for a day of 100 000 traces, ${rhythm}, ${kind}, ${spans} spans / ${perfect}`,
        value: walked.requests / perfect,
        unit: '×',
        limit,
      });
    }
  }
  return figures;
}
