import { unixMicros } from '#core/units.ts';
import { buildApp } from '../../../server/app.ts';
import { connectionOf } from '../../../server/jaeger-query/testing/connection-of.ts';
import { require } from '../checks/require.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { anyQuery } from '../inputs/mutate-query.ts';

const NAMES = [
  'service',
  'operation',
  'tags',
  'minDuration',
  'maxDuration',
  'start',
  'end',
  'limit',
  'window',
] as const;
const GOOD = [
  'service=demo&start=1&end=2000000',
  'service=demo&operation=%2Fhandler&tags=omikuji%3D%E5%87%B6&minDuration=1&maxDuration=5000&start=1&end=2000000&limit=7&window=1000',
] as const;
const PATHS = [
  '/api/spans',
  '/api/spans',
  '/api/spans',
  '/api/operations',
  '/api/traces/ab',
  '/api/traces/',
  '/api/',
] as const;

/** Questions to our own API, over a Jaeger that is empty. */
export async function kujiQuery(): Promise<FuzzTarget> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const bugs: unknown[] = [];
  const app = await buildApp({
    about: { version: '1', jaeger: 'jaeger.invalid', isEmbedded: false },
    connection: connectionOf({
      services: async () => [],
      operations: async () => [],
      search: async ({ start, end, limit, tags }) => {
        require(unixMicros(0) <= start &&
          start <= end &&
          limit >= 1 &&
          tags.length <= 20, 'a search is a possible one');
        return { hasFilteredTags: true };
      },
      trace: async (id) => {
        require(/^[0-9a-f]{1,32}$/i.test(id), 'an id is one');
        return { id: id.padStart(32, '0'), start: unixMicros(0), spans: [], resources: [], problems: [] };
      },
    }),
    log: (level, _message, fields) => {
      if (level === 'error') bugs.push(fields?.error);
    },
    guard: { allowedHosts: [], trustedProxies: [], requestsPerMinute: Number.MAX_SAFE_INTEGER },
  });
  return {
    name: 'kuji-query',
    make: (random) => encoder.encode(`${random.pick(PATHS)}?${anyQuery(GOOD, NAMES, random)}`),
    read: async (input) => {
      const { statusCode } = await app.inject({ url: decoder.decode(input), headers: { host: 'localhost' } });
      require(bugs.length === 0, `no question is a bug: ${String(bugs.splice(0)[0])}`);
      require([200, 400, 404].includes(statusCode), `a question is answered or refused, not ${statusCode}`);
    },
  };
}
