import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionAnswer, drawAnswer } from '#core/api.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { type Config, readConfig } from './config.ts';
import { answering, startFakeUpstream } from './jaeger-query/testing/fake-upstream.ts';
import { type RunningKuji, runKuji } from './run-kuji.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Any free port everywhere, but where told otherwise. */
function configOf(env: Readonly<Record<string, string>> = {}): Config {
  const ports = { PORT: '0', OMIKUJI_PORT: '0', JAEGER_QUERY_PORT: '0', JAEGER_OTLP_HTTP_PORT: '0' };
  const result = readConfig({ ...ports, ...env });
  if (result.kind === 'errors') throw new Error('the configuration of the test is wrong');
  return result.config;
}

async function run(config: Config): Promise<RunningKuji & { readonly at: (path: string) => string }> {
  const kuji = await runKuji(config, { log: () => undefined, version: '1', webRoot: '/not-built' });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= kuji.close();
    return closing;
  };
  cleanups.push(close);
  return { ...kuji, close, at: (path) => `${kuji.urls[0]?.url}${path}` };
}

/** A port of which another process could be the owner. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => new Promise((resolve) => void server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

describe('runKuji', () => {
  it('starts the whole system, full of draws, and ends it', async () => {
    const kuji = await run(configOf());
    expect(kuji.urls.map((row) => row.name)).toEqual([
      'Dashboard',
      'Omikuji app',
      'Jaeger query API',
      'Jaeger OTLP/HTTP',
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

  it('moves a default port that is taken, and says so', async () => {
    const port = await takenPort();
    const kuji = await run({
      ...configOf({ JAEGER_QUERY_URL: 'http://jaeger.invalid' }),
      dashboard: { port, isSet: false },
    });
    expect(kuji.urls[0]?.note).toBe(`${port} was taken`);
    expect((await fetch(kuji.at('/healthz'))).status).toBe(200);
  });

  it.each(['PORT', 'OMIKUJI_PORT', 'JAEGER_QUERY_PORT', 'JAEGER_OTLP_HTTP_PORT'])(
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
