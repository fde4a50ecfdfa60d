import { afterEach, describe, expect, it } from 'vitest';
import { connectionAnswer, sliceInfo } from '#core/api.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { buildApp } from './app.ts';
import { connect } from './jaeger-query/connect.ts';
import { startRecordedJaeger } from './jaeger-query/testing/recorded-jaeger.ts';
import { NO_RETRY } from './jaeger-query/upstream/retry.ts';

const START = 1_795_424_400_000_000;
const SPANS = `/api/spans?service=demo&start=${START}&end=${START + 3_600_000_000}`;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The server on what a Jaeger was recorded to say. */
async function start(version: '2.20' | 'main') {
  const jaeger = await startRecordedJaeger(version);
  cleanups.push(jaeger.close);
  const connection = connect({
    fetch,
    baseUrl: new URL(jaeger.url),
    timeoutMillis: 10_000,
    maxBytes: 2 ** 22,
    maxRequests: 4,
    retry: NO_RETRY,
    isEmbedded: false,
    log: () => undefined,
    clock: () => 0,
  });
  cleanups.push(() => connection.close());
  const about = { version: '1.2.3', jaeger: new URL(jaeger.url).host, isEmbedded: false };
  const app = await buildApp({ about, connection, log: () => undefined });
  cleanups.push(() => app.close());
  return { app, jaeger };
}

describe.each([
  ['2.20', 'legacy'],
  ['main', 'v3'],
] as const)('the server on what Jaeger %s was recorded to say', (version, dialect) => {
  it('answers with the traces of a service, and with those that drew 凶', async () => {
    const { app, jaeger } = await start(version);
    expect((await app.inject('/api/services')).json().services).toContain('demo');
    expect((await app.inject('/api/operations?service=demo')).json().operations).toEqual(['/handler', '/omikuji']);
    const answers = [SPANS, `${SPANS}&tags=${encodeURIComponent('omikuji=凶')}`].map(async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(200);
      const { info, table } = decodeSlice(answer.rawPayload);
      expect(sliceInfo.parse(info)).toMatchObject({ state: 'complete', start: START });
      return [...table.traceIds].map((id) => id.slice(-1)).sort();
    });
    expect(await Promise.all(answers)).toEqual([['1', '2', '3'], ['1']]);
    expect(connectionAnswer.parse((await app.inject('/api/connection')).json())).toMatchObject({
      state: 'answers',
      dialect,
    });
    expect(jaeger.unanswered).toEqual([]);
  });

  it('answers with one trace, or that there is none', async () => {
    const { app, jaeger } = await start(version);
    const answer = await app.inject('/api/traces/5af7183fb1d4cf5f0000000000000001');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ trace: { id: '5af7183fb1d4cf5f0000000000000001' } });
    expect((await app.inject('/api/traces/5af7183fb1d4cf5f00000000000fffff')).statusCode).toBe(404);
    expect(jaeger.unanswered).toEqual([]);
  });
});
