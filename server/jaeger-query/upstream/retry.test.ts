import { afterEach, describe, expect, it } from 'vitest';
import { answering, breakingAfter, startFakeUpstream, type UpstreamBehaviour } from '../testing/fake-upstream.ts';
import { type RetryPolicy, realRetryPolicy, retryDelay } from './retry.ts';
import { withUpstream } from './upstream.ts';

const idle = new AbortController().signal;

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Asks a server that behaves in turn as told, the last for ever, without waiting. */
async function ask(
  behaviours: readonly UpstreamBehaviour[],
  policy: Partial<RetryPolicy> = {},
  signal: AbortSignal = idle,
) {
  let asked = 0;
  const upstream = await startFakeUpstream((request, response) => {
    const behaviour = behaviours[Math.min(asked, behaviours.length - 1)];
    asked++;
    behaviour?.(request, response);
  });
  cleanups.push(() => upstream.close());
  const waits: number[] = [];
  const sent: number[] = [];
  const retry: RetryPolicy = {
    retries: 2,
    random: () => 0.5,
    sleep: async (millis) => void waits.push(millis),
    ...policy,
  };
  const options = { fetch, baseUrl: upstream.url, timeoutMillis: 10_000, maxBytes: 2 ** 20, retry };
  const onRequest = (repetition: number) => void sent.push(repetition);
  const answer = withUpstream({ ...options, onRequest }, upstream.url, signal, async ({ status, body }) => {
    let text = '';
    for await (const chunk of body) text += new TextDecoder().decode(chunk);
    return `${status} ${text}`;
  });
  const outcome = await answer.catch((error: unknown) => error);
  return { outcome, waits, sent, requests: upstream.requests.length };
}

const breaking: UpstreamBehaviour = (request) => request.socket.destroy();
const good = answering(200, '{}');

describe('asking again', () => {
  it.each([502, 503, 504])('follows an answer %d', async (status) => {
    const { outcome, waits, sent } = await ask([answering(status, 'not now'), good]);
    expect(outcome).toBe('200 {}');
    expect(waits).toEqual([250]);
    expect(sent).toEqual([0, 1]);
  });

  it('follows a broken connection', async () => {
    const { outcome, requests } = await ask([breaking, breaking, good]);
    expect(outcome).toBe('200 {}');
    expect(requests).toBe(3);
  });

  it('has an end, and tells the last failure', async () => {
    const { outcome, waits } = await ask([answering(503, 'not now')]);
    expect(outcome).toBe('503 not now');
    expect(waits).toEqual([250, 500]);
    expect((await ask([breaking])).outcome).toMatchObject({ code: 'jaeger-unreachable' });
  });

  it.each([400, 401, 404, 429, 500, 501])('does not follow an answer %d', async (status) => {
    expect((await ask([answering(status, 'no'), good])).requests).toBe(1);
  });

  it('does not follow what breaks off in its body: a part of it was handed on', async () => {
    const { outcome, requests } = await ask([breakingAfter('{'), good]);
    expect(outcome).toMatchObject({ code: 'jaeger-unreadable' });
    expect(requests).toBe(1);
  });

  it('does not follow a refused connection: a Jaeger that is down is told at once', async () => {
    const gone = await startFakeUpstream(good);
    await gone.close();
    const retry = { retries: 2, random: () => 0, sleep: () => Promise.reject(new Error('waits')) };
    const upstream = { fetch, baseUrl: gone.url, timeoutMillis: 10_000, maxBytes: 1000, retry };
    await expect(withUpstream(upstream, gone.url, idle, async () => 0)).rejects.toMatchObject({
      code: 'jaeger-unreachable',
      detail: expect.stringMatching(/connection refused/),
    });
  });

  it('waits as long as the server asks for, and not at all where that is too long', async () => {
    const busy = (after: string) => answering(503, 'not now', { 'retry-after': after });
    expect((await ask([busy('3'), good])).waits).toEqual([3250]);
    expect(await ask([busy('600'), good])).toMatchObject({ outcome: '503 not now', waits: [], requests: 1 });
  });

  it('ends at once when nobody wants the answer any more', async () => {
    const leaving = new AbortController();
    const { sleep } = realRetryPolicy(2);
    const { outcome, requests } = await ask(
      [answering(503, 'not now', { 'retry-after': '10' })],
      {
        sleep: async (millis, signal) => {
          leaving.abort(new Error('gone'));
          await sleep(millis, signal);
        },
      },
      leaving.signal,
    );
    expect(outcome).toMatchObject({ message: 'gone' });
    expect(requests).toBe(1);
  });

  it('happens within the time that the whole may take', async () => {
    const upstream = await startFakeUpstream(answering(503, 'not now', { 'retry-after': '9' }));
    cleanups.push(() => upstream.close());
    const options = { fetch, baseUrl: upstream.url, timeoutMillis: 50, maxBytes: 1000, retry: realRetryPolicy(2) };
    await expect(withUpstream(options, upstream.url, idle, async () => 0)).rejects.toMatchObject({
      code: 'jaeger-timeout',
      detail: expect.stringMatching(/within 0.2 s/),
    });
  });
});

describe('retryDelay', () => {
  it('doubles its bound up to 8 s, and draws below it', () => {
    const bounds = [0, 1, 2, 3, 4, 9].map((attempt) => retryDelay(attempt, undefined, () => 1, 0));
    expect(bounds).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
    expect(retryDelay(3, undefined, () => 0, 0)).toBe(0);
  });

  it('reads seconds and dates, and ignores anything else', () => {
    const now = Date.UTC(2026, 10, 23, 9, 0, 0);
    const delayFor = (header: string) => retryDelay(0, header, () => 0, now);
    expect(delayFor('7')).toBe(7000);
    expect(delayFor('Mon, 23 Nov 2026 09:00:04 GMT')).toBe(4000);
    expect(delayFor('Mon, 23 Nov 2026 08:00:00 GMT')).toBe(0);
    expect(delayFor('Mon, 23 Nov 2026 10:00:00 GMT')).toBeUndefined();
    expect(delayFor('soon')).toBe(0);
    expect(delayFor('-5')).toBe(0);
  });
});
