import type { Log } from '#core/log.ts';
import type { Config } from './config.ts';
import { ERROR_CATALOGUE } from './errors.ts';
import { type Connection, connect } from './jaeger-query/connect.ts';
import { credentialsOf } from './jaeger-query/connection/credentials-of.ts';
import { trustCertificates } from './jaeger-query/connection/trusted-certificates.ts';
import { JaegerFault } from './jaeger-query/jaeger-fault.ts';
import { realRetryPolicy } from './jaeger-query/upstream/retry.ts';
import type { UpstreamDone } from './jaeger-query/upstream/upstream.ts';

/**
 * The connection that the configuration asks for. Login, tenant and certificates are for the Jaeger that was set, never for
 * one of our own.
 *
 * @param baseUrl of that Jaeger, or of the embedded one where none was set
 */
export function connectJaeger(
  config: Config,
  baseUrl: URL,
  log: Log,
  onDone?: (done: UpstreamDone) => void,
): Connection {
  const { login, tenant, certificates } = config.jaegerAccess;
  const isEmbedded = config.jaegerQueryUrl === undefined;
  if (!isEmbedded) trustCertificates(certificates);
  return connect({
    fetch,
    baseUrl,
    timeoutMillis: config.upstreamTimeoutMillis,
    maxBytes: config.maxUpstreamBytes,
    maxRequests: config.upstreamRequests,
    retry: realRetryPolicy(config.upstreamRetries),
    ...(isEmbedded ? {} : { credentials: credentialsOf(login, tenant) }),
    isEmbedded,
    log,
    ...(onDone === undefined ? {} : { onDone }),
    clock: Date.now,
  });
}

/** One line about a Jaeger that was set: it need not be up yet, but a wrong address should be seen at once. */
export async function logFirstLook(connection: Connection, log: Log, signal: AbortSignal): Promise<void> {
  try {
    const { address, dialect, version } = await connection.look(signal);
    log('info', 'Jaeger answers', { address, dialect, version });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof JaegerFault)) throw error;
    const advice = error.advice ?? ERROR_CATALOGUE[error.code].advice;
    log('warn', 'Jaeger gives no answer yet', { code: error.code, detail: error.detail, advice });
  }
}
