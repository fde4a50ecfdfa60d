import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import type { Listening } from '../listen.ts';

export interface DatagramHandlers {
  readonly onDatagram: (bytes: Buffer) => void;
  /** The socket reports a failure; it goes on. */
  readonly onError: (error: Error) => void;
}

/**
 * Takes datagrams on a port; 0 is any free one.
 *
 * @param host a name is looked up, and of several addresses the first is taken, as a TCP server does
 * @throws the error of Node, `code` `EADDRINUSE` and `port` where the port is taken
 */
export async function listenUdp(
  { onDatagram, onError }: DatagramHandlers,
  host: string,
  port: number,
): Promise<Listening> {
  const { address, family } = await lookup(host);
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  await bind(socket, address, port);
  socket.on('error', onError);
  socket.on('message', onDatagram);
  const actualPort = socket.address().port;
  const urlHost = family === 6 ? `[${address}]` : address;
  return {
    port: actualPort,
    url: `udp://${urlHost}:${actualPort}`,
    close: () => new Promise((resolve) => void socket.close(() => resolve())),
  };
}

function bind(socket: Socket, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      socket.close();
      reject(error);
    };
    socket.once('error', fail);
    socket.bind({ address, port, exclusive: true }, () => {
      socket.off('error', fail);
      resolve();
    });
  });
}
