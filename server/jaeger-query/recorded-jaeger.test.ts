import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type RecordedAnswer, recordedAnswers } from './testing/recorded-answers.ts';
import type { RecordedLoad } from './testing/recorded-composition.ts';
import { startRecordedJaeger } from './testing/recorded-jaeger.ts';

const VERSIONS = ['2.20', 'main'] as const;
const LOADS: readonly RecordedLoad[] = ['loaded', 'empty', 'nan', 'zero', 'udp', 'http', 'zipkin'];

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function start(version: (typeof VERSIONS)[number], load: RecordedLoad = 'loaded') {
  const jaeger = await startRecordedJaeger(version, { load });
  cleanups.push(jaeger.close);
  return jaeger;
}

interface Heard {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Without headers that nobody asked for, unlike `fetch`. */
async function ask(base: string, path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) {
  return await new Promise<Heard>((resolve, reject) => {
    request(new URL(base), { path, method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => void pieces.push(piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

function isOf(load: RecordedLoad): (answer: RecordedAnswer) => boolean {
  return ({ phase }) => (load === 'loaded' ? ['legacy', 'byid', 'v3'].includes(phase) : phase === load);
}

const comparable = (headers: Readonly<Record<string, unknown>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((header) => !/^(date|connection|keep-alive|transfer-encoding|content-length):/.test(header))
    .sort();

describe.each(VERSIONS)('the recorded Jaeger %s', (version) => {
  it.each(LOADS)('answers every recorded question as it was answered, byte for byte: %s', async (load) => {
    const jaeger = await start(version, load);
    // The bodies of others are not kept with the recordings.
    const asked = recordedAnswers(version)
      .filter(isOf(load))
      .filter(({ method }) => method !== 'POST');
    expect(asked.length).toBeGreaterThan(5);
    for (const { name, path, method, requestHeaders, status, headers, body } of asked) {
      const heard = await ask(jaeger.url, path, method, requestHeaders);
      expect(heard.status, name).toBe(status);
      expect(comparable(heard.headers), name).toEqual(comparable(headers));
      expect(heard.body.equals(body), name).toBe(true);
    }
    expect(jaeger.unanswered).toEqual([]);
  });
});
