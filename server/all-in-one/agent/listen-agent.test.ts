import { createSocket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { kept, testingBatch, testingThriftSpan, textTag } from '../collector/thrift/testing/testing-batch.ts';
import { agentMessage } from '../collector/thrift/testing/write-batch.ts';
import { type AllInOne, startAllInOne } from '../start-all-in-one.ts';

const running: AllInOne[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((jaeger) => jaeger.close()));
});

async function start(host = '127.0.0.1', logged: string[] = []) {
  const ports = { queryPort: 0, otlpHttpPort: 0, thriftCompactPort: 0, thriftBinaryPort: 0 };
  const log = (_: string, message: string, fields?: Readonly<Record<string, unknown>>): void => {
    logged.push(`${message} (${fields?.reason})`);
  };
  const jaeger = await startAllInOne({ host, ...ports, log });
  running.push(jaeger);
  return jaeger;
}

async function send(host: string, port: number | undefined, ...datagrams: readonly Uint8Array[]): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  for (const bytes of datagrams) {
    await new Promise<void>((resolve, reject) => {
      socket.send(bytes, port, host, (error) => (error ? reject(error) : resolve()));
    });
  }
  await new Promise<void>((resolve) => void socket.close(() => resolve()));
}

function counts(jaeger: AllInOne, name: 'thrift-compact' | 'thrift-binary') {
  const { messages = 0, rejected, spans } = jaeger.counts().receivers.find((each) => each.name === name) ?? {};
  return { messages, rejected, spans };
}

async function untilMessages(jaeger: AllInOne, name: 'thrift-compact' | 'thrift-binary', count: number): Promise<void> {
  while (counts(jaeger, name).messages < count) await new Promise((resolve) => setTimeout(resolve, 2));
}

const batch = testingBatch(testingThriftSpan({ tags: kept(textTag('omikuji', '凶')) }));

describe('the agent', () => {
  it('takes each protocol on its port', async () => {
    const jaeger = await start();
    await send('127.0.0.1', jaeger.thriftCompactPort, agentMessage(batch, 'compact'));
    await send('127.0.0.1', jaeger.thriftBinaryPort, agentMessage(batch, 'binary'), agentMessage(batch, 'compact'));
    await untilMessages(jaeger, 'thrift-compact', 1);
    await untilMessages(jaeger, 'thrift-binary', 2);
    expect(counts(jaeger, 'thrift-compact')).toEqual({ messages: 1, rejected: 0, spans: 1 });
    expect(counts(jaeger, 'thrift-binary')).toEqual({ messages: 2, rejected: 1, spans: 1 });
  });

  it('listens on IPv6', async () => {
    const jaeger = await start('::1');
    await send('::1', jaeger.thriftCompactPort, agentMessage(batch, 'compact'));
    await untilMessages(jaeger, 'thrift-compact', 1);
    expect(jaeger.counts().spans).toBe(1);
  });

  it('goes on after garbage, which it counts, and of which it logs one of each kind', async () => {
    const logged: string[] = [];
    const jaeger = await start('127.0.0.1', logged);
    const garbage = Array.from({ length: 20 }, (_, n) => Buffer.alloc(n * 50, n));
    await send('127.0.0.1', jaeger.thriftCompactPort, ...garbage, Buffer.alloc(65_001));
    await send('127.0.0.1', jaeger.thriftCompactPort, agentMessage(batch, 'compact', 'emitZipkinBatch'));
    await send('127.0.0.1', jaeger.thriftCompactPort, agentMessage(batch, 'compact'));
    await untilMessages(jaeger, 'thrift-compact', 23);
    expect(counts(jaeger, 'thrift-compact')).toEqual({ messages: 23, rejected: 22, spans: 1 });
    expect(logged.toSorted()).toEqual([
      'a message was not taken; further ones like it are only counted (too-large)',
      'a message was not taken; further ones like it are only counted (unreadable)',
      'a message was not taken; further ones like it are only counted (unsupported)',
    ]);
  });
});
