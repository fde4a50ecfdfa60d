import { seededRandom } from '#core/testing/seeded-random.ts';
import type { Trace } from '#core/trace/trace.ts';
import { DAY, HOUR, MINUTE, type Micros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { plannedSearch, plannedTrace } from './planned-traces.ts';
import type { StorageKind } from './storage-kind.ts';

/**
 * How traffic goes over a day:
 *
 *     constant      -----------   at random moments, all alike
 *     day-night     _.-'''-._     by night a twentieth of what comes by day, and back
 *     bursts        _|_|_|_|_|    half of all in ten minutes, two to three hours apart; the rest at any time
 *     busy-minute   ______|____   nine tenths of all in one minute
 */
export type Rhythm = 'constant' | 'day-night' | 'bursts' | 'busy-minute';

export const RHYTHMS: readonly Rhythm[] = ['constant', 'day-night', 'bursts', 'busy-minute'];

/** `count` traces of `spans` spans of the service `demo` in the day after noon, oldest first; the same for the same rhythm. */
export function dayOfTraces(rhythm: Rhythm, count: number, spans: number): readonly Trace[] {
  const random = seededRandom(1);
  const moments = Array.from({ length: count }, (_, trace) => Math.floor(momentOf(rhythm, trace / count, random)));
  return moments
    .sort((a, b) => a - b)
    .map((at, number) =>
      plannedTrace(
        number,
        Array.from({ length: spans }, (_, span) => ({ at: at + span })),
      ),
    );
}

/** All of that day. */
export function searchOfDay(limit: number): TraceSearch {
  return plannedSearch(0, DAY, limit);
}

/**
 * Requests of a reader that knows in advance which windows fill a page exactly. Cassandra stops at 3 × limit rows, one for each
 * span of the service, so that there the rows count where they are more than the traces.
 */
export function perfectRequests(kind: StorageKind, traces: number, spans: number, limit: number): number {
  const pages = Math.ceil(traces / limit);
  const isOfRows = kind === 'cassandra' || kind === 'cassandra-buckets';
  return isOfRows ? Math.max(pages, Math.ceil((traces * spans) / (3 * limit))) : pages;
}

function momentOf(rhythm: Rhythm, part: number, random: () => number): Micros {
  switch (rhythm) {
    case 'constant':
      return random() * DAY;
    case 'day-night':
      for (;;) {
        const moment = random();
        if (random() * 2 < 1 + 0.9 * Math.sin(2 * Math.PI * moment)) return moment * DAY;
      }
    case 'bursts':
      if (part < 1 / 2) return random() * DAY;
      return (1 + 2.3 * Math.floor((part - 1 / 2) * 20)) * HOUR + random() * MINUTE;
    case 'busy-minute':
      return part < 1 / 10 ? random() * DAY : 15 * HOUR + random() * MINUTE;
  }
}
