import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionAnswer, drawAnswer } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { type Config, readConfig } from './config.ts';
import { startFakeJaeger } from './jaeger-query/testing/fake-jaeger.ts';
import { answering, startFakeUpstream } from './jaeger-query/testing/fake-upstream.ts';
import { type RunningKuji, runKuji } from './run-kuji.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const PORTS = [
  'PORT',
  'OMIKUJI_PORT',
  'JAEGER_QUERY_PORT',
  'JAEGER_OTLP_HTTP_PORT',
  'JAEGER_OTLP_GRPC_PORT',
  'JAEGER_THRIFT_HTTP_PORT',
  'JAEGER_THRIFT_COMPACT_PORT',
  'JAEGER_THRIFT_BINARY_PORT',
  'JAEGER_ZIPKIN_PORT',
  'JAEGER_SAMPLING_PORT',
] as const;

/** Any free port everywhere, but where told otherwise. */
function configOf(env: Readonly<Record<string, string>> = {}): Config {
  const result = readConfig({ ...Object.fromEntries(PORTS.map((name) => [name, '0'])), ...env });
  if (result.kind === 'errors') throw new Error('the configuration of the test is wrong');
  return result.config;
}

async function run(config: Config) {
  const lines: string[] = [];
  const log: Log = (level, message, fields) => void lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const kuji: RunningKuji = await runKuji(config, { log, version: '1', webRoot: '/not-built' });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= kuji.close();
    return closing;
  };
  cleanups.push(close);
  return { ...kuji, close, lines, at: (path: string) => `${kuji.urls[0]?.url}${path}` };
}

/** A port of which another process could be the owner. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => new Promise((resolve) => void server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

async function takenUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  cleanups.push(() => new Promise((resolve) => void socket.close(() => resolve())));
  return socket.address().port;
}

describe('runKuji', () => {
  it('starts the whole system, full of draws, and ends it', async () => {
    const kuji = await run(configOf());
    expect(kuji.urls.map((row) => row.name)).toEqual([
      'Dashboard',
      'Omikuji app',
      'Jaeger query API',
      'Jaeger OTLP/HTTP',
      'Jaeger OTLP/gRPC',
    ]);
    expect(kuji.draws).toBeGreaterThanOrEqual(300);

    const answer = await fetch(
      kuji.at(`/api/spans?service=demo&start=1&end=${Date.now() * 1000 + 60_000_000}&limit=1500`),
    );
    const { info, table } = decodeSlice(new Uint8Array(await answer.arrayBuffer()));
    expect(info.state).toBe('complete');
    expect(table.traceCount).toBeGreaterThanOrEqual(300);
    expect(table.operations).toEqual(expect.arrayContaining(['/handler', '/omikuji']));

    const drawn = drawAnswer.parse(await (await fetch(kuji.at('/api/draws'), { method: 'POST' })).json());
    expect(drawn.text).toMatch(/^運勢は\[/);
    while (!(await fetch(kuji.at(`/api/traces/${drawn.traceId}`))).ok) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    await kuji.close();
    for (const { url } of kuji.urls) await expect(fetch(url)).rejects.toThrow('fetch failed');
  }, 30_000);

  it('serves the dashboard alone on a Jaeger that runs', async () => {
    const upstream = await startFakeUpstream(answering(200, '{"data":["demo"]}'));
    cleanups.push(() => upstream.close());
    const kuji = await run(configOf({ JAEGER_QUERY_URL: `${upstream.url.href}base/` }));
    expect(kuji.draws).toBeUndefined();
    expect(kuji.urls.map((row) => row.name)).toEqual(['Dashboard', 'Jaeger']);
    expect(await (await fetch(kuji.at('/api/services'))).json()).toEqual({ services: ['demo'] });
    expect(await (await fetch(kuji.at('/api/about'))).json()).toEqual({
      version: '1',
      jaeger: upstream.url.host,
      jaegerTraceUrl: `${upstream.url.href}base/trace/`,
      isEmbedded: false,
    });
    const connection = connectionAnswer.parse(await (await fetch(kuji.at('/api/connection'))).json());
    expect(connection).toMatchObject({ address: `${upstream.url.href}base`, state: 'answers', dialect: 'legacy' });
    // What it is was asked at the start, and told to whoever asked meanwhile.
    expect([...new Set(upstream.requests)]).toEqual(['/base/api/services', '/base/']);
  });

  it('says once at the start what the Jaeger is, and what to do about one that gives no answer', async () => {
    const upstream = await startFakeJaeger('2.21', '/jaeger');
    cleanups.push(() => upstream.close());
    const found = await run(configOf({ JAEGER_QUERY_URL: upstream.url.href }));
    const address = `${upstream.url.origin}/jaeger`;
    await expect
      .poll(() => found.lines.filter((line) => line.includes('Jaeger')))
      .toEqual([`info Jaeger answers ${JSON.stringify({ address, dialect: 'v3', version: 'v2.21.0' })}`]);

    const lost = await run(configOf({ JAEGER_QUERY_URL: upstream.url.origin }));
    await expect
      .poll(() => lost.lines)
      .toEqual([expect.stringMatching(/^warn Jaeger gives no answer yet .*"code":"jaeger-not-jaeger".*base path/)]);
  });

  it('trusts the certificates that it is given', async () => {
    const fileOf = (name: string) =>
      fileURLToPath(new URL(`./jaeger-query/testing/certificates/${name}`, import.meta.url));
    const certificate = { key: await readFile(fileOf('server.key')), cert: await readFile(fileOf('server.pem')) };
    const server = createTlsServer(certificate, answering(200, '{"data":["demo"]}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(async () => void server.close());
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const strange = await run(configOf({ JAEGER_QUERY_URL: url }));
    expect(await (await fetch(strange.at('/api/services'))).json()).toMatchObject({ code: 'jaeger-unreachable' });
    const trusting = await run(configOf({ JAEGER_QUERY_URL: url, JAEGER_CA_FILE: fileOf('ca.pem') }));
    expect(await (await fetch(trusting.at('/api/services'))).json()).toEqual({ services: ['demo'] });
  });

  it('moves a default port that is taken, and says so', async () => {
    const port = await takenPort();
    const kuji = await run({
      ...configOf({ JAEGER_QUERY_URL: 'http://jaeger.invalid' }),
      dashboard: { port, isSet: false },
    });
    expect(kuji.urls[0]?.note).toBe(`${port} was taken`);
    expect((await fetch(kuji.at('/healthz'))).status).toBe(200);
  });

  it('moves a default UDP port that is taken, and says so', async () => {
    const port = await takenUdpPort();
    const kuji = await run({ ...configOf(), jaegerThriftCompact: { port, isSet: false } });
    expect(kuji.urls.at(-1)?.note).toMatch(new RegExp(`UDP \\d+ \\(${port} was taken\\) and \\d+`));
  });

  it.each(['JAEGER_THRIFT_COMPACT_PORT', 'JAEGER_THRIFT_BINARY_PORT'])(
    'does not start where the %s that was set is taken',
    async (variable) => {
      const config = configOf({ [variable]: String(await takenUdpPort()) });
      await expect(run(config)).rejects.toMatchObject({
        name: 'PortTakenError',
        message: expect.stringContaining(`${variable} is`),
      });
    },
  );

  it.each(PORTS.filter((name) => !/COMPACT|BINARY/.test(name)))(
    'does not start where the %s that was set is taken',
    async (variable) => {
      const config = configOf({ [variable]: String(await takenPort()) });
      await expect(run(config)).rejects.toMatchObject({
        name: 'PortTakenError',
        message: expect.stringContaining(`${variable} is`),
      });
    },
  );
});
