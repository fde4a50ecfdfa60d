import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { fastify } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endStalledAnswers } from './end-stalled-answers.ts';
import { onceGone } from './once-gone.ts';

/** More than the kernel takes off our hands. */
const LARGE = Buffer.alloc(64 * 2 ** 20);

async function start(stalledMillis: number) {
  const app = fastify({ forceCloseConnections: true });
  onTestFinished(() => app.close());
  const lines: string[] = [];
  const gone: string[] = [];
  endStalledAnswers(app, (level, message) => void lines.push(`${level}: ${message}`), stalledMillis);
  app.get('/:name', (request, reply) => {
    onceGone(reply, () => gone.push(request.url));
    return reply.send(LARGE);
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { port, lines, gone };
}

describe('endStalledAnswers', () => {
  it('closes the connection of a client that takes nothing', async () => {
    const { port, lines, gone } = await start(50);
    const socket = connect(port, '127.0.0.1');
    socket.pause();
    socket.on('error', () => undefined);
    socket.write('GET /stalled HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => gone).toEqual(['/stalled']);
    expect(lines).toEqual(['warn: the client stopped reading']);
    socket.resume();
    await once(socket, 'close');
  });

  it('leaves a client alone that reads, and lets the next request of its connection be', async () => {
    const { port, lines, gone } = await start(10_000);
    for (const name of ['a', 'b']) {
      const answer = await fetch(`http://127.0.0.1:${port}/${name}`);
      expect((await answer.arrayBuffer()).byteLength).toBe(LARGE.length);
    }
    await expect.poll(() => gone).toEqual(['/a', '/b']);
    expect(lines).toEqual([]);
  });
});
