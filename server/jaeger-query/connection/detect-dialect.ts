import type { JaegerClient } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { legacyClient } from '../legacy/legacy-client.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { askV3Dialect } from '../v3/ask-v3-dialect.ts';
import { v3Client } from '../v3/v3-client.ts';
import type { V3Dialect } from '../v3/v3-dialect.ts';

/** How the Jaeger at the other end is to be asked. */
export interface Detected {
  readonly dialect: 'legacy' | 'v3';
  /** The same for the same way of asking. */
  readonly manner: string;
  readonly client: JaegerClient;
}

export interface Detection {
  readonly detected: Detected;
  /** What Jaeger answered to the question that told its dialect. */
  readonly services: readonly string[];
}

/** Of listing services, which every dialect does alike. */
const ANY_V3_DIALECT: V3Dialect = { spelling: 'camel', filtersAttributes: false };

/**
 * Finds out by asking which dialect a Jaeger speaks:
 *
 *     GET /api/services       200 {"data":[…]}        legacy: every version up to 2.20; `null` for an empty list before 2
 *                             404 text, HTML          → GET /api/v3/services
 *     GET /api/v3/services    200 {"services":[…]}, {}    v3: 2.21 and later; then which parameters it takes
 *
 * Legacy comes first: 1.48 has a v3 of another format, and until 2.18 it ignores filters. Content types tell nothing (1.76
 * sends JSON as text). Anything else than "there is no such API here" is no answer to the question and thrown: a login, a
 * server that is starting, a storage that is away.
 *
 * @throws JaegerFault
 */
export async function detectDialect(upstream: Upstream, signal: AbortSignal): Promise<Detection> {
  const client = legacyClient(upstream);
  try {
    const services = await client.services(signal);
    return { services, detected: { dialect: 'legacy', manner: 'legacy', client } };
  } catch (error) {
    if (!isOtherApi(error)) throw error;
    return await detectV3(upstream, error, signal);
  }
}

/** The other side answers, but not as this API does. */
export function isOtherApi(error: unknown): error is JaegerFault {
  return error instanceof JaegerFault && error.code === 'jaeger-not-jaeger';
}

async function detectV3(upstream: Upstream, legacyFault: JaegerFault, signal: AbortSignal): Promise<Detection> {
  const services = await v3Client(upstream, ANY_V3_DIALECT)
    .services(signal)
    .catch((error: unknown) => {
      // What stands there instead of Jaeger, both tell. 1.x behind a wrong base path tells it better on the older path.
      throw isOtherApi(error) ? legacyFault : error;
    });
  const dialect = await askV3Dialect(upstream, signal);
  const manner = `v3 ${dialect.spelling} ${dialect.filtersAttributes}`;
  return { services, detected: { dialect: 'v3', manner, client: v3Client(upstream, dialect) } };
}
