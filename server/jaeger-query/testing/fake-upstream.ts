import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type UpstreamBehaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeUpstream {
  readonly url: URL;
  /** Path and query of every request so far. */
  readonly requests: readonly string[];
  /** Resolves when the connection of a request is closed before its answer is complete. */
  readonly left: Promise<void>;
  close(): Promise<void>;
}

/** A server on a free port of this machine that answers every request as `behaviour` does. */
export async function startFakeUpstream(behaviour: UpstreamBehaviour): Promise<FakeUpstream> {
  const requests: string[] = [];
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.once('close', () => {
      if (!response.writableFinished) leave();
    });
    behaviour(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    requests,
    left,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** An answer at once, with the content type that Jaeger gives it: JSON for success, text for failure. */
export function answering(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): UpstreamBehaviour {
  return (_request, response) => {
    const contentType = status === 200 ? 'application/json' : 'text/plain; charset=utf-8';
    response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
  };
}

/** Jaeger's envelope around a failure. */
export function failing(status: number, message: string): UpstreamBehaviour {
  const envelope = { data: null, total: 0, limit: 0, offset: 0, errors: [{ code: status, msg: message }] };
  return answering(status, `${JSON.stringify(envelope)}\n`);
}

/** Sends `part` with the headers of a success, then nothing more and never an end. */
export function hangingAfter(part: string): UpstreamBehaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(part);
  };
}

/** Sends `part`, then breaks the connection. */
export function breakingAfter(part: string): UpstreamBehaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(part, () => response.destroy());
  };
}

/** Takes the request and says nothing. */
export const silent: UpstreamBehaviour = () => undefined;
