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
    const port = await listenOnFreePorts({ web: { port: 0, isSet: true } }, none, ({ web }) => listen(web));
    expect(port).toBeGreaterThan(0);
  });

  it('gives way to a higher port where a default is taken', async () => {
    const taken = await listen(0);
    const port = await listenOnFreePorts({ web: { port: taken, isSet: false } }, none, ({ web }) => listen(web));
    expect(port).toBeGreaterThan(taken);
  });

  it('does not give way where the port was set', async () => {
    const taken = await listen(0);
    const choices = { web: { port: taken, isSet: true } };
    await expect(listenOnFreePorts(choices, none, ({ web }) => listen(web))).rejects.toThrow(PortTakenError);
  });

  it('moves the one that is taken and leaves the others', async () => {
    const taken = await listen(0);
    const choices = { a: { port: 0, isSet: false }, b: { port: taken, isSet: false } };
    const ports = await listenOnFreePorts(choices, none, async (chosen) => {
      await listen(chosen.b);
      return chosen;
    });
    expect(ports.a).toBe(0);
    expect(ports.b).toBeGreaterThan(taken);
  });

  it('keeps a default off the ports that something else was told to use', async () => {
    const choices = { web: { port: 3000, isSet: false } };
    expect(await listenOnFreePorts(choices, new Set([3000, 3001]), async ({ web }) => web)).toBe(3002);
  });

  it('passes on any other error', async () => {
    const failing = listenOnFreePorts({ web: { port: 1, isSet: false } }, none, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });
});
