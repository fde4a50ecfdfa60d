import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { encodeLegacyTrace } from '#core/jaeger/encode-legacy-trace.ts';
import { generateShopTraces } from '#core/testing/shop-traces.ts';
import { answering, startFakeUpstream } from '../jaeger-query/testing/fake-upstream.ts';
import { startKujiProcess } from './testing/kuji-process.ts';

/** One less than are asked for: the page is complete. */
const TRACES = 1499;
const CLIENTS = 20;
const HANGING = 5;
const MOST_MEBIBYTES = 512;
const TEST_MILLIS = 180_000;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Linux keeps the most that a process has had in memory. */
it.skipIf(!existsSync('/proc/self/status'))(
  'twenty clients that read slices of 25 MB at once, beside five that stop reading, take less than 512 MiB',
  async () => {
    const traces = generateShopTraces({ seed: 1, traces: TRACES, spansPerTrace: 20 });
    const body = `{"data":[${Array.from(traces, (trace) => JSON.stringify(encodeLegacyTrace(trace))).join()}]}`;
    expect(body.length).toBeGreaterThan(25e6);
    const services = answering(200, '{"data":["gateway"]}');
    const list = answering(200, body);
    const upstream = await startFakeUpstream((request, response) =>
      (request.url?.startsWith('/api/traces?') ? list : services)(request, response),
    );
    cleanups.push(() => upstream.close());
    const env = { PORT: '0', JAEGER_QUERY_URL: upstream.url.href, KUJI_UPSTREAM_TIMEOUT_MS: '60000' };
    const kuji = await startKujiProcess({ env });
    cleanups.push(() => kuji.end('SIGKILL'));

    const pathOf = (client: number): string =>
      `/api/spans?service=gateway&start=1795424400000000&end=${1_795_427_400_000_000 + client}&limit=${TRACES + 1}`;
    for (let client = 0; client < HANGING; client++) {
      const socket = connect(Number(new URL(kuji.origin).port), '127.0.0.1');
      cleanups.push(() => socket.destroy());
      socket.pause();
      socket.write(`GET ${pathOf(client)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    }
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const answer = await fetch(kuji.origin + pathOf(HANGING + client));
        return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
      }),
    );
    for (const { status, bytes } of answers) {
      expect(status).toBe(200);
      expect(bytes).toBeGreaterThan(1e6);
    }
    const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${kuji.pid}/status`, 'utf8')) ?? [];
    expect(Number(kibibytes) / 1024).toBeLessThan(MOST_MEBIBYTES);
  },
  TEST_MILLIS,
);
