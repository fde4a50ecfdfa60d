import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { CONFIG_VARIABLES } from './config-variables.ts';
import { type EmbeddedSystem, startEmbeddedSystem } from './embedded-system.ts';

const CAPTURE = new URL('../core/jaeger/recordings/thrift-udp/', import.meta.url);

let system: EmbeddedSystem | undefined;
afterEach(async () => {
  await system?.close();
  system = undefined;
});

async function start(): Promise<EmbeddedSystem> {
  const ports = Object.keys(CONFIG_VARIABLES).filter((name) => name.endsWith('PORT'));
  const read = readConfig(Object.fromEntries(ports.map((name) => [name, '0'])));
  if (read.kind === 'errors') throw new Error('the configuration of the test is wrong');
  system = await startEmbeddedSystem(read.config, new Set(), () => undefined);
  return system;
}

function compactMessages({ counts }: EmbeddedSystem): number {
  return counts().receivers.find(({ name }) => name === 'thrift-compact')?.messages ?? 0;
}

it('takes what the app of the article sends to its agent, unchanged', async () => {
  const embedded = await start();
  const socket = createSocket('udp4');
  const datagrams = readdirSync(CAPTURE);
  for (const [index, name] of datagrams.entries()) {
    const bytes = readFileSync(new URL(name, CAPTURE));
    await new Promise((resolve) => socket.send(bytes, embedded.jaegerPorts.thriftCompactPort, '127.0.0.1', resolve));
    while (compactMessages(embedded) <= index) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  socket.close();
  const window = 'start=1795461300000000&end=1795461400000000&limit=100';
  const search = new URLSearchParams({ service: 'demo', tags: '{"omikuji":"凶","message":"残念でした"}' });
  const url = `http://127.0.0.1:${embedded.jaegerPorts.queryPort}/api/traces?${search}&${window}`;
  const { data } = (await (await fetch(url)).json()) as { readonly data: readonly { readonly spans: unknown[] }[] };
  expect(data.map(({ spans }) => spans.length)).toEqual(Array(8).fill(2));
});

it('listens for all that the clients of a Jaeger send', async () => {
  const embedded = await start();
  expect(embedded.counts().receivers.map(({ name }) => name)).toEqual([
    'otlp-http',
    'otlp-grpc',
    'thrift-http',
    'thrift-compact',
    'thrift-binary',
    'zipkin',
  ]);
  const sampling = await fetch(`http://127.0.0.1:${embedded.jaegerPorts.samplingPort}/sampling?service=demo`);
  expect(sampling.status).toBe(200);
});
