import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { behaviourOf } from './behaviour-of.ts';
import { healthyJaeger } from './healthy-jaeger.ts';
import type { UpstreamFault } from './upstream-fault.ts';

/** The service whose searches a fault meets. */
export const BROKEN_SERVICE = 'broken';

export interface FaultyUpstream {
  /** `https` where certificates are the matter. */
  readonly url: URL;
  /** Requests that the server elsewhere got, to which a redirect leads. */
  readonly elsewhere: readonly string[];
  /** Bytes that have left for Kuji. */
  readonly bytesSent: number;
  /** From now on it has this fault. */
  become(fault: UpstreamFault): Promise<void>;
  /** From now on it is a good Jaeger again, at the same address. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

const pem = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../jaeger-query/testing/certificates/${name}`, import.meta.url)));
const pairOf = (name: string) => ({ key: pem(`${name}.key`), cert: pem(`${name}.pem`) });

/** A Jaeger on a free port of this machine, over real HTTP, whose faults come and go. */
export async function startFaultyUpstream(options: { readonly isTls?: boolean } = {}): Promise<FaultyUpstream> {
  let fault: UpstreamFault | undefined;
  let bytesSent = 0;
  const sockets = new Set<Socket>();
  const elsewhere: string[] = [];
  const other = createServer((request, response) => {
    elsewhere.push(request.url ?? '');
    response.end('{"data":[]}');
  });
  await listen(other, 0);
  const elsewhereUrl = `http://127.0.0.1:${portOf(other)}/api/traces`;

  const answer: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://jaeger.invalid');
    const isMet = fault?.kind === 'upgraded' || url.searchParams.get('service') === BROKEN_SERVICE;
    const behave = fault === undefined || !isMet ? healthyJaeger('legacy') : behaviourOf(fault, elsewhereUrl);
    // As Jaeger does, since 1.76.
    response.setHeader('connection', 'close');
    behave(request, response);
  };
  const server: Server | TlsServer = options.isTls ? createTlsServer(pairOf('server'), answer) : createServer(answer);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      bytesSent += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  await listen(server, 0);
  const port = portOf(server);

  async function hangUp(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  return {
    url: new URL(`${options.isTls ? 'https' : 'http'}://127.0.0.1:${port}`),
    elsewhere,
    get bytesSent() {
      return [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, bytesSent);
    },
    async become(next) {
      fault = next;
      if (next.kind === 'refused') await hangUp();
      if (next.kind === 'certificate') (server as TlsServer).setSecureContext(pairOf(next.certificate));
    },
    async recover() {
      const before = fault;
      fault = undefined;
      if (before?.kind === 'refused') await listen(server, port);
      if (before?.kind === 'certificate') (server as TlsServer).setSecureContext(pairOf('server'));
    },
    async close() {
      if (server.listening) await hangUp();
      other.close();
      other.closeAllConnections();
    },
  };
}

async function listen(server: Server | TlsServer, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

/** A server that listens on TCP has such an address. */
function portOf(server: Server | TlsServer): number {
  return (server.address() as AddressInfo).port;
}
