import type { ConnectionAnswer } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { unixMicrosFromMillis } from '#core/units.ts';
import { askVersion } from './connection/ask-version.ts';
import { connectedClient } from './connection/connected-client.ts';
import { type Detected, detectDialect } from './connection/detect-dialect.ts';
import { DialectFinder } from './connection/dialect-finder.ts';
import type { JaegerClient } from './jaeger-client.ts';
import type { JaegerFault } from './jaeger-fault.ts';
import { StorageKnowledge } from './slice/storage-knowledge.ts';
import { type Credentials, NO_CREDENTIALS } from './upstream/credentials.ts';
import { RequestQueue } from './upstream/request-queue.ts';
import type { RetryPolicy } from './upstream/retry.ts';
import type { Upstream, UpstreamDone } from './upstream/upstream.ts';

export interface ConnectOptions {
  readonly fetch: typeof fetch;
  /** Of jaeger-query, with its base path if it has one. */
  readonly baseUrl: URL;
  readonly timeoutMillis: number;
  /** The longest answer, after decompression. */
  readonly maxBytes: number;
  /** The most requests at the same time. */
  readonly maxRequests: number;
  readonly retry: RetryPolicy;
  readonly credentials?: Credentials;
  /** It is the embedded one: memory, without pages. */
  readonly isEmbedded: boolean;
  readonly log: Log;
  /** Called when a question to Jaeger is over. */
  readonly onDone?: (done: UpstreamDone) => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** One Jaeger, and all that is known of it. */
export interface Connection {
  readonly client: JaegerClient;
  /** What its answers have taught about its storage. */
  readonly storage: StorageKnowledge;
  /** How we stand with it. Asks nothing. */
  status(): ConnectionAnswer;
  /**
   * Asks for what there is to know: its dialect and, where it tells, its version.
   *
   * @throws JaegerFault, or the reason of `signal`
   */
  look(signal: AbortSignal): Promise<ConnectionAnswer>;
  /** Ends what goes on without anybody asking for it. */
  close(): void;
}

/** A connection to the Jaeger at `baseUrl`. Nothing is asked before there is a question. */
export function connect(options: ConnectOptions): Connection {
  const { baseUrl, isEmbedded, log, clock } = options;
  const credentials = options.credentials ?? NO_CREDENTIALS;
  const storage = new StorageKnowledge();
  const closing = new AbortController();
  let requests = 0;
  let retries = 0;
  const upstream: Upstream = {
    fetch: options.fetch,
    baseUrl,
    timeoutMillis: options.timeoutMillis,
    maxBytes: options.maxBytes,
    credentials,
    retry: options.retry,
    queue: new RequestQueue(options.maxRequests),
    onRequest: (repetition) => {
      requests++;
      if (repetition > 0) retries++;
    },
    ...(options.onDone === undefined ? {} : { onDone: options.onDone }),
  };

  let state: ConnectionAnswer['state'] = 'unknown';
  let lastAnswerAt: number | undefined;
  let lastError: ConnectionAnswer['lastError'];
  const now = () => unixMicrosFromMillis(clock());

  let detected: Detected | undefined;
  let version: string | undefined;
  let versionAsked: Promise<void> = Promise.resolve();

  function onDetected(found: Detected): void {
    if (detected !== undefined && detected.manner !== found.manner) {
      log('info', 'another Jaeger answers now', { dialect: found.dialect, before: detected.dialect });
      storage.forget();
    }
    detected = found;
    if (!isEmbedded) versionAsked = learnVersion();
  }

  async function learnVersion(): Promise<void> {
    const told = await askVersion(upstream, closing.signal).catch(unlessClosed);
    if (version !== undefined && told !== version) storage.forget();
    version = told;
  }

  function unlessClosed(error: unknown): undefined {
    if (!closing.signal.aborted) throw error;
  }

  const finder = new DialectFinder((signal) => detectDialect(upstream, signal), onDetected, clock);
  const client = connectedClient(finder, {
    onAnswer: () => {
      state = 'answers';
      lastAnswerAt = now();
    },
    onFault: ({ code, detail }: JaegerFault) => {
      state = 'fails';
      lastError = { code, detail, at: now() };
    },
  });

  function status(): ConnectionAnswer {
    const kind = storageKind(isEmbedded, storage);
    return {
      address: `${baseUrl.origin}${baseUrl.pathname.replace(/\/$/, '')}`,
      state,
      ...(detected === undefined ? {} : { dialect: detected.dialect }),
      ...(version === undefined ? {} : { version }),
      ...(kind === undefined ? {} : { storage: kind }),
      login: credentials.login,
      hasTenant: credentials.tenantHeader !== undefined,
      requests,
      retries,
      ...(lastAnswerAt === undefined ? {} : { lastAnswerAt }),
      ...(lastError === undefined ? {} : { lastError }),
    };
  }

  return {
    client,
    storage,
    status,
    async look(signal) {
      await client.services(signal);
      await versionAsked;
      return status();
    },
    close: () => closing.abort(new Error('the connection is closed')),
  };
}

function storageKind(isEmbedded: boolean, { countsEnds }: StorageKnowledge): ConnectionAnswer['storage'] {
  if (isEmbedded) return 'memory';
  if (countsEnds === undefined) return undefined;
  return countsEnds ? 'not-cassandra' : 'cassandra';
}
