import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { v3ResourceSpans } from '#core/testing/v3-body.ts';
import { connect } from '../../server/jaeger-query/connect.ts';
import { legacyClient } from '../../server/jaeger-query/legacy/legacy-client.ts';
import { connectionOf } from '../../server/jaeger-query/testing/connection-of.ts';
import { NO_RETRY } from '../../server/jaeger-query/upstream/retry.ts';
import type { Upstream } from '../../server/jaeger-query/upstream/upstream.ts';
import { v3Client } from '../../server/jaeger-query/v3/v3-client.ts';
import type { JaegerBinary } from '../jaegers/find-jaegers.ts';
import { type RunningJaeger, startJaeger } from '../jaegers/start-jaeger.ts';
import type { Figure } from './figure.ts';
import { PROXIED_TRACES, proxiedTraces } from './proxied-traces.ts';
import { type ProxyLane, startProxyLane } from './proxy-lane.ts';
import { realJaeger } from './real-jaeger.ts';

const PROXY_LIMIT = 1.3;
const WARM_UPS = 3;
const RUNS = 9;
const TRACES_PER_REQUEST = 20;
const VISIBLE_TIMEOUT_MS = 10_000;
const VISIBLE_POLL_MS = 20;

/**
 * What Kuji adds to the way of an answer: `GET /api/spans` of a whole Kuji over HTTP, against fetching what Jaeger answers and one
 * `JSON.parse` of it. With a real Jaeger 2.13, where there is one, for that is what people wait for; and, as an upper bound that no
 * real Jaeger reaches, with an upstream in a thread of its own that has its answer ready.
 */
export async function measureProxy(): Promise<readonly Figure[]> {
  const figures = await measurePrepared();
  const binary = realJaeger();
  if (binary !== undefined) return [...figures, ...(await measureReal(binary))];
  const name = 'Jaeger 2.13: through Kuji / without (not measured: no 2.13 here)';
  return [...figures, { name, value: Number.NaN, unit: '×', limit: PROXY_LIMIT }];
}

async function measurePrepared(): Promise<readonly Figure[]> {
  const worker = new Worker(new URL('./proxy-upstream-worker.ts', import.meta.url));
  try {
    const [port]: number[] = await once(worker, 'message');
    const upstream = new URL(`http://127.0.0.1:${port}/`);
    const laneOf = (dialect: string, search: string) => {
      const baseUrl = new URL(dialect, upstream);
      const connection = connect({
        ...upstreamOf(baseUrl),
        maxRequests: 4,
        retry: NO_RETRY,
        isEmbedded: true,
        log: () => undefined,
        clock: Date.now,
      });
      return startProxyLane(`An answer made beforehand, ${dialect}`, connection, new URL(search, upstream), undefined);
    };
    return await race([await laneOf('legacy', 'legacy/api/traces'), await laneOf('v3', 'v3/api/v3/traces')]);
  } finally {
    await worker.terminate();
  }
}

const REAL_SEARCHES = {
  legacy: '/api/traces?service=gateway&start=1795424400000000&end=1795510800000000&limit=1500&raw=true',
  v3: '/api/v3/traces?query.service_name=gateway&query.start_time_min=2026-11-23T09:00:00Z&query.start_time_max=2026-11-24T09:00:00Z&query.num_traces=1500&query.raw_traces=true',
} as const;

async function measureReal(binary: JaegerBinary): Promise<readonly Figure[]> {
  const jaeger = await startJaeger(binary);
  try {
    await fill(jaeger);
    const baseUrl = new URL(jaeger.queryUrl);
    const clients = {
      legacy: legacyClient(upstreamOf(baseUrl)),
      v3: v3Client(upstreamOf(baseUrl), { spelling: 'snake', filtersAttributes: false }),
    };
    const laneOf = (dialect: 'legacy' | 'v3') =>
      startProxyLane(
        `Jaeger 2.13, ${dialect}`,
        connectionOf(clients[dialect]),
        new URL(REAL_SEARCHES[dialect], baseUrl),
        PROXY_LIMIT,
      );
    return await race([await laneOf('legacy'), await laneOf('v3')]);
  } finally {
    await jaeger.stop();
  }
}

/** Runs the lanes in turn. */
async function race(lanes: readonly ProxyLane[]): Promise<readonly Figure[]> {
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    for (const lane of lanes) await lane.run(run >= WARM_UPS);
  }
  await Promise.all(lanes.map((lane) => lane.close()));
  return lanes.flatMap((lane) => lane.figures());
}

function upstreamOf(baseUrl: URL): Upstream {
  return { fetch, baseUrl, timeoutMillis: 30_000, maxBytes: 2 ** 30 };
}

/** Sends the traces, and waits until all of them can be read. */
async function fill({ otlpUrl, queryUrl }: RunningJaeger): Promise<void> {
  const traces = [...proxiedTraces()];
  for (let at = 0; at < traces.length; at += TRACES_PER_REQUEST) {
    const resourceSpans = traces.slice(at, at + TRACES_PER_REQUEST).flatMap(v3ResourceSpans);
    const response = await fetch(`${otlpUrl}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resourceSpans }),
    });
    if (!response.ok) throw new Error(`the collector answered ${response.status}`);
    await response.bytes();
  }
  const deadline = performance.now() + VISIBLE_TIMEOUT_MS;
  while ((await countFound(queryUrl)) < PROXIED_TRACES) {
    if (performance.now() > deadline) throw new Error('the traces that were sent cannot be read');
    await sleep(VISIBLE_POLL_MS);
  }
}

async function countFound(queryUrl: string): Promise<number> {
  const text = await (await fetch(queryUrl + REAL_SEARCHES.legacy)).text();
  return text.split('"processes":').length - 1;
}
