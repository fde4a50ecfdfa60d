import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type FakeUpstream, startFakeUpstream } from '../jaeger-query/testing/fake-upstream.ts';
import { HELD_TRACES, healthyJaeger } from './testing/healthy-jaeger.ts';
import { longTraces } from './testing/long-traces.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';
import { PROCESS_TEST_MILLIS } from './testing/process-test-millis.ts';
import { askSpans, type StartedKuji, spansUrl, startedKuji } from './testing/started-kuji.ts';

/** One less than there are slices at once. */
const STOPPED = 5;

const HELD_IDS = HELD_TRACES.map(({ id }) => id).sort();

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Asks for a slice of 16 MB, which no buffer between us takes, and reads nothing of it. */
async function stoppedReader({ origin }: StartedKuji): Promise<Socket> {
  const { hostname, port, pathname, search } = new URL(spansUrl(origin, 'long'));
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.pause();
  socket.on('error', () => undefined);
  cleanups.push(() => socket.destroy());
  socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  return socket;
}

function questionsFor(upstream: FakeUpstream, service: string): number {
  return upstream.requests.filter((url) => url.includes(`service=${service}&`)).length;
}

it(
  `${OWN_FAULTS.stoppedReader.name}: others are answered meanwhile, and nothing of it is left when it is gone`,
  async () => {
    const long = longTraces(16, 2 ** 20);
    const healthy = healthyJaeger('legacy');
    const upstream = await startFakeUpstream((request, response) =>
      request.url?.includes('service=long&') ? void response.end(long) : healthy(request, response),
    );
    cleanups.push(() => upstream.close());
    const kuji = await startedKuji({ JAEGER_QUERY_URL: upstream.url.href });
    cleanups.push(() => kuji.close());

    const readers = await Promise.all(Array.from({ length: STOPPED }, () => stoppedReader(kuji)));
    await expect.poll(() => questionsFor(upstream, 'long'), { timeout: 20_000 }).toBeGreaterThanOrEqual(STOPPED);
    for (let i = 0; i < 3; i++) {
      const outcome = await askSpans(kuji.origin, 'demo');
      expect(outcome.kind === 'slice' && outcome.traceIds.toSorted()).toEqual(HELD_IDS);
    }
    expect(kuji.lines.filter(({ message }) => message === 'answered').length).toBe(3);

    for (const reader of readers) reader.destroy();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => askSpans(kuji.origin, 'demo')));
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'slice'));
  },
  PROCESS_TEST_MILLIS,
);
