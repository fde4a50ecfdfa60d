import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startOmikuji } from './omikuji-server.ts';
import { visit } from './visitors.ts';

interface Received {
  readonly path: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

const collectors: Server[] = [];

afterEach(() => {
  for (const server of collectors.splice(0)) server.close();
});

/** Takes what comes on a port (0: a free one) and keeps it as bytes. */
async function startCollector(port = 0) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    received.push({ path: request.url, contentType: request.headers['content-type'], body: await buffer(request) });
    response.writeHead(200, { 'Content-Type': 'application/x-protobuf', Connection: 'close' });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  collectors.push(server);
  return { port: (server.address() as AddressInfo).port, received, server };
}

const quick = {
  host: '127.0.0.1',
  port: 0,
  random: () => 0,
  sleep: async () => undefined,
  clock: () => Date.UTC(2026, 10, 25),
};

describe('startOmikuji', () => {
  it('sends its traces to the collector as protobuf before it is closed', async () => {
    const { port, received } = await startCollector();
    const omikuji = await startOmikuji({ ...quick, otlpEndpoint: `http://127.0.0.1:${port}/`, log: () => undefined });
    const { text, traceId } = await visit(omikuji.url);
    await omikuji.close();
    expect(text).toBe('運勢は[凶]です');
    expect(received[0]).toMatchObject({ path: '/v1/traces', contentType: 'application/x-protobuf' });
    const sent = Buffer.concat(received.map(({ body }) => body));
    for (const part of ['service.name', 'demo', '/handler', '/omikuji', '残念でした', '凶'])
      expect(sent.includes(part)).toBe(true);
    expect(sent.includes(Buffer.from(traceId ?? '', 'hex'))).toBe(true);
  });

  it('takes the address of the traces as it is, and another name of the service', async () => {
    const { port, received } = await startCollector();
    const otlpTracesEndpoint = `http://127.0.0.1:${port}/elsewhere`;
    const options = { ...quick, otlpEndpoint: 'http://127.0.0.1:1', otlpTracesEndpoint, serviceName: 'teller' };
    const omikuji = await startOmikuji({ ...options, log: () => undefined });
    await visit(omikuji.url);
    await omikuji.close();
    expect(received[0]?.path).toBe('/elsewhere');
    expect(received[0]?.body.includes('teller')).toBe(true);
  });

  it('keeps its spans until the collector is there', async () => {
    const first = await startCollector();
    await new Promise((resolve) => first.server.close(resolve));
    const said: string[] = [];
    const log = (level: string, message: string) => said.push(`${level}: ${message}`);
    const omikuji = await startOmikuji({ ...quick, otlpEndpoint: `http://127.0.0.1:${first.port}`, log });
    const { traceId } = await visit(omikuji.url);
    await vi.waitUntil(() => said.length > 0, { timeout: 10_000 });
    const { received } = await startCollector(first.port);
    await vi.waitUntil(() => received.length > 0, { timeout: 10_000 });
    await omikuji.close();
    expect(received[0]?.body.includes(Buffer.from(traceId ?? '', 'hex'))).toBe(true);
    expect(said).toEqual(['warn: the collector cannot be reached; spans are kept', 'info: the collector is back']);
  }, 20_000);

  it('waits for a draw whose visitor has left', async () => {
    const { port, received } = await startCollector();
    const asleep = Promise.withResolvers<void>();
    const wakeUp = Promise.withResolvers<void>();
    const sleep = () => {
      asleep.resolve();
      return wakeUp.promise;
    };
    const omikuji = await startOmikuji({
      ...quick,
      sleep,
      otlpEndpoint: `http://127.0.0.1:${port}`,
      log: () => undefined,
    });
    const leaving = new AbortController();
    const left = visit(omikuji.url, { signal: leaving.signal });
    await asleep.promise;
    leaving.abort();
    await expect(left).rejects.toThrow();
    const closed = omikuji.close();
    wakeUp.resolve();
    await closed;
    expect(received[0]?.body.includes('残念でした')).toBe(true);
  });

  it('passes on the error of a port that is taken', async () => {
    const { port } = await startCollector();
    const taken = startOmikuji({ ...quick, port, otlpEndpoint: 'http://127.0.0.1:1', log: () => undefined });
    await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
