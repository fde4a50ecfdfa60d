import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RecordedVersion, Reply } from './recorded-answers.ts';
import type { RecordedLoad } from './recorded-composition.ts';
import { recordedReplies } from './recorded-replies.ts';

export interface RecordedJaegerOptions {
  /** What it holds. Default: `loaded`, all of the recorded OTLP requests but the bad ones. */
  readonly load?: RecordedLoad;
}

export interface RecordedJaeger {
  /** Without a slash at its end. */
  readonly url: string;
  /** Path and query of every request so far. */
  readonly requests: readonly string[];
  /** Method, path and query of those that the recordings have no answer for. */
  readonly unanswered: readonly string[];
  /** From now on it is another version, in the same place. */
  become(version: RecordedVersion): void;
  close(): Promise<void>;
}

/** The connection is this server's own; a length is that of the body. */
const OWN_HEADERS = ['connection', 'transfer-encoding', 'content-length'];

/**
 * A jaeger-query on a free port of this machine that says what the real one of that version was recorded to say, and refuses all
 * that the real one refuses. What the recordings do not tell is answered with 501, never guessed.
 */
export async function startRecordedJaeger(
  version: RecordedVersion,
  { load = 'loaded' }: RecordedJaegerOptions = {},
): Promise<RecordedJaeger> {
  const requests: string[] = [];
  const unanswered: string[] = [];
  let replyTo = recordedReplies(version, load);
  const server = createServer(({ method = '', url = '/', headers }, response) => {
    requests.push(url);
    const reply = replyTo({ method, path: url, headers });
    if (reply === undefined) unanswered.push(`${method} ${url}`);
    const { status, headers: sent, body } = reply ?? notRecorded(`${method} ${url}`);
    const kept = Object.entries(sent).filter(([name]) => !OWN_HEADERS.includes(name.toLowerCase()));
    response.writeHead(status, Object.fromEntries(kept)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    unanswered,
    become: (next) => {
      replyTo = recordedReplies(next, load);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function notRecorded(request: string): Reply {
  return {
    status: 501,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`not recorded: ${request}\n`),
  };
}
