import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';

export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Stops taking requests, lets those under way come to their end for a moment, then cuts them. */
  close(): Promise<void>;
}

const MAX_CONNECTIONS = 1_000;
const REQUEST_TIMEOUT_MS = 60_000;
const CLOSE_TIMEOUT_MS = 1_000;

/**
 * Serves on a port; 0 is any free one.
 *
 * @throws the error of Node, `code` `EADDRINUSE` where the port is taken
 */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, handler);
  server.maxConnections = MAX_CONNECTIONS;
  return { ...(await bind(server, host, port)), close: () => close(server) };
}

/** Lets a server listen; answers on which port, and its address. */
export async function bind(
  server: NetServer,
  host: string,
  port: number,
): Promise<{ readonly port: number; readonly url: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: actualPort } = server.address() as AddressInfo;
  const urlHost = host.includes(':') ? `[${host}]` : host;
  return { port: actualPort, url: `http://${urlHost}:${actualPort}` };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
