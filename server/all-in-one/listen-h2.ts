import { createServer, type Http2ServerRequest, type Http2ServerResponse, type ServerHttp2Session } from 'node:http2';
import { bind, type Listening } from './listen.ts';

export type H2Listener = (request: Http2ServerRequest, response: Http2ServerResponse) => void;

const MAX_SESSIONS = 200;
const MAX_STREAMS_PER_SESSION = 100;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_HEADER_PAIRS = 100;
/** Of frames that are no HTTP/2, or of streams beyond the bound, before the session is cut. */
const MAX_OFFENCES = 100;
const IDLE_TIMEOUT_MS = 10 * 60_000;
const CLOSE_TIMEOUT_MS = 800;

/**
 * Serves HTTP/2 in clear text ("prior knowledge", as gRPC speaks it) on a port; 0 is any free one. A connection that speaks
 * something else is cut.
 *
 * @throws the error of Node, `code` `EADDRINUSE` where the port is taken
 */
export async function listenH2(listener: H2Listener, host: string, port: number): Promise<Listening> {
  const server = createServer(
    {
      maxHeaderListPairs: MAX_HEADER_PAIRS,
      maxSessionInvalidFrames: MAX_OFFENCES,
      maxSessionRejectedStreams: MAX_OFFENCES,
      settings: { maxConcurrentStreams: MAX_STREAMS_PER_SESSION, maxHeaderListSize: MAX_HEADER_BYTES },
    },
    listener,
  );
  server.maxConnections = MAX_SESSIONS;
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
    session.setTimeout(IDLE_TIMEOUT_MS, () => session.close());
  });
  return {
    ...(await bind(server, host, port)),
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          for (const session of sessions) session.destroy();
        }, CLOSE_TIMEOUT_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const session of sessions) session.close();
      }),
  };
}
