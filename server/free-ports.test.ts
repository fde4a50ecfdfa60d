import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listenOnFreePorts, PortTakenError } from './free-ports.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listen(port: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

const none = new Set<number>();

describe('listenOnFreePorts', () => {
  it('takes a port that is free', async () => {
    const port = await listenOnFreePorts({ PORT: { port: 0, isSet: true } }, none, ({ PORT }) => listen(PORT));
    expect(port).toBeGreaterThan(0);
  });

  it('gives way to a higher port where a default is taken', async () => {
    const taken = await listen(0);
    const port = await listenOnFreePorts({ PORT: { port: taken, isSet: false } }, none, ({ PORT }) => listen(PORT));
    expect(port).toBeGreaterThan(taken);
  });

  it('does not give way where the port was set', async () => {
    const taken = await listen(0);
    const choices = { PORT: { port: taken, isSet: true } };
    await expect(listenOnFreePorts(choices, none, ({ PORT }) => listen(PORT))).rejects.toThrow(
      new PortTakenError('PORT', taken, undefined),
    );
  });

  it('moves the one that is taken and leaves the others', async () => {
    const taken = await listen(0);
    const choices = {
      JAEGER_QUERY_PORT: { port: 0, isSet: false },
      JAEGER_OTLP_HTTP_PORT: { port: taken, isSet: false },
    };
    const ports = await listenOnFreePorts(choices, none, async (chosen) => {
      await listen(chosen.JAEGER_OTLP_HTTP_PORT);
      return chosen;
    });
    expect(ports.JAEGER_QUERY_PORT).toBe(0);
    expect(ports.JAEGER_OTLP_HTTP_PORT).toBeGreaterThan(taken);
  });

  it('does not push another default off its port', async () => {
    const taken = await listen(0);
    const choices = {
      JAEGER_OTLP_GRPC_PORT: { port: taken, isSet: false },
      JAEGER_OTLP_HTTP_PORT: { port: taken + 1, isSet: false },
    };
    const ports = await listenOnFreePorts(choices, none, async (chosen) => {
      if (chosen.JAEGER_OTLP_GRPC_PORT === taken) await listen(taken);
      return chosen;
    });
    expect(ports).toEqual({ JAEGER_OTLP_GRPC_PORT: taken + 2, JAEGER_OTLP_HTTP_PORT: taken + 1 });
  });

  it('tells a port of UDP from one of TCP with the same number', async () => {
    const taken = await listen(0);
    const choices = {
      JAEGER_THRIFT_COMPACT_PORT: { port: taken, isSet: true },
      JAEGER_ZIPKIN_PORT: { port: taken, isSet: true },
    };
    const listening = listenOnFreePorts(choices, none, ({ JAEGER_ZIPKIN_PORT }) => listen(JAEGER_ZIPKIN_PORT));
    await expect(listening).rejects.toThrow(new PortTakenError('JAEGER_ZIPKIN_PORT', taken, undefined));
  });

  it('keeps a default off the ports that something else was told to use', async () => {
    const choices = { PORT: { port: 3000, isSet: false } };
    expect(await listenOnFreePorts(choices, new Set([3000, 3001]), async ({ PORT }) => PORT)).toBe(3002);
  });

  it('passes on any other error', async () => {
    const failing = listenOnFreePorts({ PORT: { port: 1, isSet: false } }, none, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });
});
