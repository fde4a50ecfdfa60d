import { afterEach, expect, it } from 'vitest';
import { connect } from '../jaeger-query/connect.ts';
import { NO_RETRY } from '../jaeger-query/upstream/retry.ts';
import { startFaultyUpstream } from './testing/faulty-upstream.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';

const NOW = 1_795_424_400_000;
const YEAR = 365 * 86_400_000;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it(`${OWN_FAULTS.clockJump.name}: back or on by a year, every question is answered, and what must be looked at again is`, async () => {
  const upstream = await startFaultyUpstream();
  cleanups.push(() => upstream.close());
  await upstream.become({ kind: 'upgraded' });
  let clock = NOW;
  const lines: string[] = [];
  const connection = connect({
    fetch,
    baseUrl: upstream.url,
    timeoutMillis: 10_000,
    maxBytes: 2 ** 20,
    maxRequests: 4,
    retry: NO_RETRY,
    isEmbedded: true,
    log: (level, message) => void lines.push(`${level}: ${message}`),
    clock: () => clock,
  });
  cleanups.push(() => connection.close());
  const idle = new AbortController().signal;
  const ask = async () => {
    const before = connection.status().requests;
    expect(await connection.client.operations('demo', idle)).toEqual(['demo']);
    return connection.status().requests - before;
  };

  // Three requests find it out: there is no legacy API, there is v3, and how that is to be asked.
  expect(await ask()).toBe(4);
  expect(await ask()).toBe(1);
  for (const jump of [-YEAR, YEAR, YEAR, -1]) {
    clock += jump;
    expect(await ask()).toBe(4);
    expect(await ask()).toBe(1);
    expect(connection.status()).toMatchObject({ state: 'answers', lastAnswerAt: clock * 1000 });
  }
  expect(lines).toEqual([]);
});
