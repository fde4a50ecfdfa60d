import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { startFaultyUpstream } from './testing/faulty-upstream.ts';
import { HELD_TRACES } from './testing/healthy-jaeger.ts';
import { type KujiProcess, startKujiProcess } from './testing/kuji-process.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';
import { PROCESS_TEST_MILLIS } from './testing/process-test-millis.ts';
import { askSpans } from './testing/started-kuji.ts';

const CLIENTS = 8;
const HELD_IDS = HELD_TRACES.map(({ id }) => id).sort();

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** One that nobody else takes in the moment until Kuji does. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it(
  `${OWN_FAULTS.killed.name}: no answer is ever wrong, and the same clients go on`,
  async () => {
    const upstream = await startFaultyUpstream();
    cleanups.push(() => upstream.close());
    const env = { PORT: String(await freePort()), JAEGER_QUERY_URL: upstream.url.href, LOG_LEVEL: 'info' };
    const start = async (): Promise<KujiProcess> => {
      const kuji = await startKujiProcess({ env });
      cleanups.push(() => kuji.end('SIGKILL'));
      return kuji;
    };
    const first = await start();
    const { origin } = first;

    const counts = { right: 0, broken: 0 };
    let isOver = false;
    const client = async (): Promise<void> => {
      while (!isOver) {
        const outcome = await askSpans(origin, 'demo').catch((error: unknown) => {
          // What `fetch` throws where there is no answer, or only a part of one.
          expect(error).toBeInstanceOf(TypeError);
          counts.broken++;
        });
        if (outcome === undefined) {
          await turn();
          continue;
        }
        expect(outcome.kind === 'slice' && outcome.traceIds.toSorted()).toEqual(HELD_IDS);
        counts.right++;
      }
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, client));
    try {
      await expect.poll(() => counts.right, { timeout: 20_000 }).toBeGreaterThan(50);

      expect(await first.end('SIGKILL')).toBe(null);
      await expect.poll(() => counts.broken, { timeout: 20_000 }).toBeGreaterThan(0);
      const before = counts.right;
      const second = await start();
      expect(second.origin).toBe(origin);
      await expect.poll(() => counts.right, { timeout: 20_000 }).toBeGreaterThan(before + 50);
      expect(second.log()).not.toMatch(/"level":[45]0/);
    } finally {
      isOver = true;
      await clients;
    }
  },
  PROCESS_TEST_MILLIS,
);
