import { expect, it, onTestFinished } from 'vitest';
import {
  answering,
  breakingAfter,
  silent,
  startFakeUpstream,
  type UpstreamBehaviour,
} from '../testing/fake-upstream.ts';
import { type UpstreamDone, upstreamUrl, withUpstream } from './upstream.ts';

/** What is told of a question to an upstream that behaves so. */
async function doneOf(behaviour: UpstreamBehaviour, signal = new AbortController().signal) {
  const server = await startFakeUpstream(behaviour);
  onTestFinished(() => server.close());
  const told: UpstreamDone[] = [];
  const upstream = {
    fetch,
    baseUrl: server.url,
    timeoutMillis: 100,
    maxBytes: 1000,
    onDone: (done: UpstreamDone) => void told.push(done),
  };
  const asked = withUpstream(upstream, upstreamUrl(server.url, ['api', 'services']), signal, async ({ body }) => {
    for await (const _chunk of body);
  });
  await asked.catch(() => undefined);
  return told.map(({ url, result, status, bytes, millis }) => [url.pathname, result, status, bytes, millis >= 0]);
}

it('tells of each question when it is over, what came of it and how much was read', async () => {
  expect(await doneOf(answering(200, 'x'.repeat(10)))).toEqual([['/api/services', 'ok', 200, 10, true]]);
  expect(await doneOf(silent)).toEqual([['/api/services', 'jaeger-timeout', undefined, 0, true]]);
  expect(await doneOf(breakingAfter('x'.repeat(10)))).toEqual([['/api/services', 'jaeger-unreadable', 200, 10, true]]);
  expect(await doneOf(answering(200, 'x'.repeat(2000)))).toEqual([
    ['/api/services', 'jaeger-too-large', 200, 2000, true],
  ]);
  expect(await doneOf(silent, AbortSignal.timeout(20))).toEqual([['/api/services', 'aborted', undefined, 0, true]]);
});
