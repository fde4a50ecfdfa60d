import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { problemAnswer } from '#core/api.ts';
import { type FakeUpstream, startFakeUpstream, type UpstreamBehaviour } from '../jaeger-query/testing/fake-upstream.ts';
import { HELD_TRACES, healthyJaeger } from './testing/healthy-jaeger.ts';
import { type KujiProcess, startKujiProcess } from './testing/kuji-process.ts';
import { longTraces } from './testing/long-traces.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';
import { PROCESS_TEST_MILLIS } from './testing/process-test-millis.ts';
import { askSpans, spansUrl } from './testing/started-kuji.ts';

const HELD_IDS = HELD_TRACES.map(({ id }) => id).sort();
const LONG = longTraces(16, 2 ** 20);
const healthy = healthyJaeger('legacy');

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface EndedSystem {
  readonly kuji: KujiProcess;
  readonly upstream: FakeUpstream;
  /** Resolves when Jaeger is asked for traces of the service `slow`, which it holds back until `release`. */
  readonly asked: Promise<void>;
  release(): void;
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<EndedSystem> {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const behaviour: UpstreamBehaviour = (request, response) => {
    if (request.url?.includes('service=long&')) response.end(LONG);
    else if (request.url?.includes('service=slow&')) {
      asked.resolve();
      void released.promise.then(() => healthy(request, response));
    } else healthy(request, response);
  };
  const upstream = await startFakeUpstream(behaviour);
  cleanups.push(() => upstream.close());
  const kuji = await startKujiProcess({
    env: { PORT: '0', JAEGER_QUERY_URL: upstream.url.href, LOG_LEVEL: 'info', ...env },
  });
  cleanups.push(() => kuji.end('SIGKILL'));
  return { kuji, upstream, asked: asked.promise, release: released.resolve };
}

/** A slice of 16 MB, more than any buffer between us takes, of which nothing is read yet but its head. */
async function unreadSlice(origin: string): Promise<IncomingMessage> {
  const [answer]: IncomingMessage[] = await once(request(spansUrl(origin, 'long')).end(), 'response');
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

async function statusOf(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.bytes();
  return answer.status;
}

it(
  `${OWN_FAULTS.toldToEnd.name}: what was asked before is answered wholly, all else is refused in words`,
  async () => {
    const { kuji, asked, release } = await start();
    const unread = await unreadSlice(kuji.origin);
    const slow = askSpans(kuji.origin, 'slow');
    await asked;
    const ended = kuji.end('SIGTERM');
    await expect.poll(() => statusOf(`${kuji.origin}/api/about`)).toBe(503);

    const refused = await fetch(spansUrl(kuji.origin, 'demo'));
    expect(refused.headers.get('connection')).toBe('close');
    expect(problemAnswer.parse(await refused.json())).toMatchObject({ status: 503, code: 'ending' });
    expect(await statusOf(`${kuji.origin}/readyz`)).toBe(503);
    expect(await statusOf(`${kuji.origin}/healthz`)).toBe(200);

    release();
    const outcome = await slow;
    expect(outcome.kind === 'slice' && outcome.traceIds.toSorted()).toEqual(HELD_IDS);
    let bytes = 0;
    for await (const part of unread) bytes += part.length;
    expect(bytes).toBe(Number(unread.headers['content-length']));
    expect(await ended).toBe(0);
    expect(kuji.log()).toMatch(/"requests":2,"graceMillis":18000,"msg":"ending; requests in flight go on"/);
    expect(kuji.log()).not.toMatch(/were cut|"level":50/);
  },
  PROCESS_TEST_MILLIS,
);

it(
  'what hangs is cut after the grace time, in both directions, and the process ends well',
  async () => {
    const { kuji, upstream, asked } = await start({ KUJI_GRACE_MS: '500' });
    const broken = expect(askSpans(kuji.origin, 'slow')).rejects.toThrow(TypeError);
    await asked;
    expect(await kuji.end('SIGTERM')).toBe(0);
    await broken;
    await upstream.left;
    expect(kuji.log()).toMatch(/"requests":1,"msg":"requests were cut after the grace time"/);
  },
  PROCESS_TEST_MILLIS,
);

it(
  'the second signal ends at once',
  async () => {
    const { kuji, asked } = await start({ KUJI_GRACE_MS: '600000' });
    const broken = expect(askSpans(kuji.origin, 'slow')).rejects.toThrow(TypeError);
    await asked;
    void kuji.end('SIGTERM');
    await expect.poll(() => statusOf(`${kuji.origin}/readyz`)).toBe(503);
    await expect.poll(() => kuji.log()).toMatch(/"msg":"ending;/);
    expect(await kuji.end('SIGINT')).toBe(130);
    await broken;
  },
  PROCESS_TEST_MILLIS,
);
