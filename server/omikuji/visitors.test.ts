import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawMany, keepDrawing, visit } from './visitors.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('visit', () => {
  it('reads the fortune and the trace it made', async () => {
    const url = await serve((_, response) => {
      response
        .setHeader('traceresponse', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01')
        .end('運勢は[吉]です');
    });
    expect(await visit(url)).toEqual({ text: '運勢は[吉]です', traceId: '0af7651916cd43dd8448eb211c80319c' });
  });

  it('fails where the app answers with an error', async () => {
    const url = await serve((_, response) => response.writeHead(500).end());
    await expect(visit(url)).rejects.toThrow('answered 500');
  });
});

describe('drawMany', () => {
  it('draws as often as told, many at the same time but not more', async () => {
    let inside = 0;
    let most = 0;
    const url = await serve((_, response) => {
      most = Math.max(most, ++inside);
      setImmediate(() => {
        inside--;
        response.end();
      });
    });
    expect(await drawMany({ url, draws: 50, concurrency: 7 })).toEqual({ drawn: 50, failed: 0 });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(7);
  });

  it('counts what fails', async () => {
    let visits = 0;
    const url = await serve((_, response) => response.writeHead(++visits % 2 === 0 ? 500 : 200).end());
    expect(await drawMany({ url, draws: 10, concurrency: 1 })).toEqual({ drawn: 5, failed: 5 });
  });

  it('ends early when it is called off', async () => {
    const calling = new AbortController();
    const url = await serve(() => calling.abort());
    expect(await drawMany({ url, draws: 1000, concurrency: 3, signal: calling.signal })).toMatchObject({ drawn: 0 });
  });
});

describe('keepDrawing', () => {
  it('comes again and again until it is called off, and speaks of an outage once', async () => {
    const calling = new AbortController();
    const said: string[] = [];
    let visits = 0;
    const url = await serve((_, response) => response.writeHead(++visits > 3 && visits < 7 ? 500 : 200).end());
    const keeping = keepDrawing({
      url,
      perSecond: 1,
      signal: calling.signal,
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
      log: (level, message) => said.push(`${level}: ${message}`),
    });
    await vi.waitUntil(() => said.length === 2, { timeout: 4_000 });
    calling.abort();
    await keeping;
    expect(said).toEqual(['warn: the omikuji app cannot be reached', 'info: the omikuji app is back']);
  });
});
