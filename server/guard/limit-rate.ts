import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { KujiError } from '../errors.ts';

const MINUTE_MILLIS = 60_000;

/** Clients that are counted at the same time; beyond them the one that has been quiet for longest is forgotten. */
const MAX_CLIENTS = 10_000;

/** Turns a client away, told by its address, that asks more often than so in a minute. Must be registered before the routes. */
export async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(fastifyRateLimit, {
    max: requestsPerMinute,
    timeWindow: MINUTE_MILLIS,
    cache: MAX_CLIENTS,
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { max, ttl }) =>
      new KujiError('too-many-requests', `More than ${max} requests within a minute came from this address.`, {
        advice: `Try again in ${Math.ceil(ttl / 1000)} s. KUJI_REQUESTS_PER_MINUTE says how many are answered.`,
      }),
  });
}
