import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { fastify } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import type { LogLevel } from '#core/log.ts';
import { endInTime } from './end-in-time.ts';
import { answerError } from './error-answer.ts';

/** More than the kernel takes off our hands. */
const LARGE = Buffer.alloc(64 * 2 ** 20);

/** A server whose `/api/held` answers when it is let. */
async function start(graceMillis: number) {
  const lines: [LogLevel, string, unknown][] = [];
  const held = Promise.withResolvers<string>();
  const asked = Promise.withResolvers<void>();
  const app = fastify({ return503OnClosing: false, pluginTimeout: 0 });
  app.setErrorHandler((error, request, reply) => answerError(() => undefined, error, request, reply));
  const ending = endInTime(app, (level, message, fields) => void lines.push([level, message, fields]), graceMillis);
  app.get('/api/held', () => {
    asked.resolve();
    return held.promise;
  });
  app.get('/api/large', (_request, reply) => reply.send(LARGE));
  app.get('/page', () => 'a page');
  await app.listen({ host: '127.0.0.1', port: 0 });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= app.close();
    return closing;
  };
  onTestFinished(close);
  const { port } = app.server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked: asked.promise,
    release: held.resolve,
    close,
    ending,
    lines,
  };
}

async function answerOf(url: string, agent: Agent): Promise<IncomingMessage> {
  const [answer]: IncomingMessage[] = await once(request(url, { agent }).end(), 'response');
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  return text;
}

it('ends at once where nothing is under way, whatever connections are kept or have said nothing yet', async () => {
  const server = await start(600_000);
  const agent = new Agent({ keepAlive: true });
  await textOf(await answerOf(`${server.origin}/page`, agent));
  const mute = connect(server.port, '127.0.0.1');
  await once(mute, 'connect');
  await server.close();
  await once(mute, 'close');
  expect(server.lines).toEqual([['info', 'ending; requests in flight go on', { requests: 0, graceMillis: 600_000 }]]);
});

it('refuses new questions in words on new and on kept connections, and lets what is under way come to its end', async () => {
  const server = await start(600_000);
  const kept = new Agent({ keepAlive: true });
  await textOf(await answerOf(`${server.origin}/page`, kept));
  const held = answerOf(`${server.origin}/api/held`, new Agent({ keepAlive: true }));
  await server.asked;
  const closed = server.close();
  await expect.poll(() => server.ending.hasBegun()).toBe(true);

  for (const agent of [kept, new Agent()]) {
    const refused = await answerOf(`${server.origin}/api/large`, agent);
    expect([refused.statusCode, refused.headers.connection]).toEqual([503, 'close']);
    expect(JSON.parse(await textOf(refused))).toMatchObject({ code: 'ending', title: 'Kuji is ending' });
    expect(await textOf(await answerOf(`${server.origin}/page`, agent))).toBe('a page');
  }
  server.release('its answer');
  const answer = await held;
  expect([await textOf(answer), answer.headers.connection]).toEqual(['its answer', 'close']);
  await closed;
  expect(server.lines).toEqual([['warn', 'ending; requests in flight go on', { requests: 1, graceMillis: 600_000 }]]);
});

it('cuts no answer that is made and has not left yet', async () => {
  const server = await start(600_000);
  const answer = await answerOf(`${server.origin}/api/large`, new Agent({ keepAlive: true }));
  const closed = server.close();
  await expect.poll(() => server.ending.hasBegun()).toBe(true);
  let bytes = 0;
  for await (const part of answer) bytes += part.length;
  expect(bytes).toBe(LARGE.length);
  await closed;
  expect(server.lines.map(([level]) => level)).toEqual(['warn']);
});

it('is not used where the framework would not wait for it', () => {
  expect(() => endInTime(fastify(), () => undefined, 50)).toThrow('pluginTimeout');
});

it('cuts what is not done after the grace time', async () => {
  const server = await start(50);
  const held = answerOf(`${server.origin}/api/held`, new Agent({ keepAlive: true }));
  const broken = expect(held).rejects.toThrow('socket hang up');
  await server.asked;
  await server.close();
  await broken;
  expect(server.lines).toEqual([
    ['warn', 'ending; requests in flight go on', { requests: 1, graceMillis: 50 }],
    ['warn', 'requests were cut after the grace time', { requests: 1 }],
  ]);
});
