import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** So many ports of this machine that nobody listens on, neither by TCP nor by UDP. Another process may still be quicker. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  // Held until all are found, so that none comes twice.
  const held: Server[] = [];
  while (ports.length < count) {
    const server = createServer().listen(0, '127.0.0.1');
    held.push(server);
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null && (await isFreeForDatagrams(address.port))) {
      ports.push(address.port);
    }
  }
  await Promise.all(held.map((server) => once(server.close(), 'close')));
  return ports;
}

/** One such port for each of the names. */
export async function freePortsOf<Name extends string>(
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>>> {
  const free = await freePorts(names.length);
  // Its keys are the names; the library's type knows only that they are strings.
  return Object.fromEntries(names.map((name, at) => [name, free[at]!])) as Record<Name, number>;
}

async function isFreeForDatagrams(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    return true;
  } catch {
    // Taken: another port will do.
    return false;
  } finally {
    socket.close();
  }
}
