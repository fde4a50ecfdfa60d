import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { buildApp } from '../../server/app.ts';
import { connect } from '../../server/jaeger-query/connect.ts';
import { NO_RETRY } from '../../server/jaeger-query/upstream/retry.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';

const WARM_UPS = 3;
const RUNS = 9;

/** All that the prepared traces lie in. */
const RANGE = 'start=1795424400000000&end=1795510800000000';

/** What a browser of today asks for where it trusts the connection; plain fetch would get gzip, which takes 20 ms longer. */
const AS_CHROMIUM = { 'accept-encoding': 'zstd' };

/** Where each dialect stands below the upstream, and the search that Kuji makes there. */
const DIALECTS = [
  ['legacy', 'legacy/api/traces'],
  ['v3', 'v3/api/v3/traces'],
] as const;

/**
 * What Kuji adds to the way of an answer: `GET /api/spans` of a whole Kuji over HTTP, against fetching what Jaeger answers and one
 * `JSON.parse` of it. The upstream has its own thread and its answer ready, so that nothing is hidden behind its work.
 */
export async function measureProxy(): Promise<readonly Figure[]> {
  const worker = new Worker(new URL('./proxy-upstream-worker.ts', import.meta.url));
  const [port]: number[] = await once(worker, 'message');
  const upstream = new URL(`http://127.0.0.1:${port}/`);
  try {
    const lanes = [];
    for (const [dialect, search] of DIALECTS) lanes.push(await startLane(dialect, upstream, new URL(search, upstream)));
    for (let run = 0; run < WARM_UPS + RUNS; run++) {
      for (const lane of lanes) await lane.run(run >= WARM_UPS);
    }
    await Promise.all(lanes.map((lane) => lane.close()));
    return lanes.flatMap((lane) => lane.figures());
  } finally {
    await worker.terminate();
  }
}

interface Lane {
  run(counts: boolean): Promise<void>;
  figures(): readonly Figure[];
  close(): Promise<void>;
}

async function startLane(dialect: string, upstream: URL, search: URL): Promise<Lane> {
  const connection = connect({
    fetch,
    baseUrl: new URL(dialect, upstream),
    timeoutMillis: 30_000,
    maxBytes: 2 ** 30,
    maxRequests: 4,
    retry: NO_RETRY,
    isEmbedded: true,
    log: () => undefined,
    clock: Date.now,
  });
  const about = { version: 'bench', jaeger: upstream.host, isEmbedded: true };
  const app = await buildApp({ about, connection, log: () => undefined });
  await app.listen({ host: '127.0.0.1', port: 0 });
  // A server that listens on TCP has such an address.
  const { port } = app.server.address() as AddressInfo;
  const spans = `http://127.0.0.1:${port}/api/spans?service=gateway&${RANGE}&limit=1500`;
  const direct: number[] = [];
  const proxied: number[] = [];
  return {
    async run(counts) {
      const alone = await timed(async () => void JSON.parse(await (await fetch(search)).text()));
      let slice: Uint8Array = new Uint8Array();
      const through = await timed(async () => {
        slice = await (await fetch(spans, { headers: AS_CHROMIUM })).bytes();
      });
      const { traces, requests } = decodeSlice(slice).info;
      if (traces !== 1499 || requests !== 1) throw new Error(`${traces} traces by ${requests} requests`);
      if (!counts) return;
      direct.push(alone);
      proxied.push(through);
    },
    figures: () => [
      { name: `${dialect}: Jaeger's answer and JSON.parse of it`, value: median(direct), unit: 'ms', limit: undefined },
      { name: `${dialect}: the same traces through Kuji`, value: median(proxied), unit: 'ms', limit: undefined },
      { name: `${dialect}: through Kuji / without`, value: median(proxied) / median(direct), unit: '×', limit: 1.3 },
    ],
    close: async () => {
      connection.close();
      await app.close();
    },
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
