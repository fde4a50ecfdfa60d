import type { AddressInfo } from 'node:net';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { buildApp } from '../../server/app.ts';
import type { Connection } from '../../server/jaeger-query/connect.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { PROXIED_TRACES } from './proxied-traces.ts';

/** What a browser of today asks for where it trusts the connection; plain fetch would get gzip, which takes 20 ms longer. */
const AS_CHROMIUM = { 'accept-encoding': 'zstd' };

/** All that the traces lie in. */
const RANGE = 'start=1795424400000000&end=1795510800000000';

/** The way of the same traces through Kuji and without it. */
export interface ProxyLane {
  /** Goes both ways once. */
  run(counts: boolean): Promise<void>;
  figures(): readonly Figure[];
  close(): Promise<void>;
}

/**
 * @param search the question that Kuji asks, as an address
 */
export async function startProxyLane(
  name: string,
  connection: Connection,
  search: URL,
  limit: number | undefined,
): Promise<ProxyLane> {
  const about = { version: 'bench', jaeger: search.host, isEmbedded: true };
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
      if (traces !== PROXIED_TRACES || requests !== 1) throw new Error(`${traces} traces by ${requests} requests`);
      if (!counts) return;
      direct.push(alone);
      proxied.push(through);
    },
    figures: () => [
      { name: `${name}: its answer and JSON.parse of it`, value: median(direct), unit: 'ms', limit: undefined },
      { name: `${name}: the same traces through Kuji`, value: median(proxied), unit: 'ms', limit: undefined },
      { name: `${name}: through Kuji / without`, value: median(proxied) / median(direct), unit: '×', limit },
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
