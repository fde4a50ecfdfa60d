import { join } from 'node:path';
import type { JaegerBinary } from '../jaegers/find-jaegers.ts';
import { freePorts } from '../jaegers/free-ports.ts';
import { answersOk } from './answers.ts';
import { type RunningServer, runServer } from './run-server.ts';
import type { StorageKind } from './storage-kind.ts';

/** A Jaeger on a storage. Addresses are without a slash at their end. */
export interface StoredJaeger extends RunningServer {
  readonly queryUrl: string;
  readonly otlpUrl: string;
  /** Green while it runs, whatever its storage does. */
  readonly healthUrl: string;
}

const READY_MILLIS = 60_000;

/** Starts a Jaeger 2 on free ports, with the configuration of its storage, which stands at that port of this machine. */
export async function startJaegerOn(
  kind: StorageKind,
  storagePort: number,
  { version, path }: JaegerBinary,
  folder: string,
): Promise<StoredJaeger> {
  const [query, queryGrpc, otlpGrpc, otlpHttp, health, metrics] = await freePorts(6);
  const healthUrl = `http://127.0.0.1:${health}/status`;
  const storage = `127.0.0.1:${storagePort}`;
  const server = await runServer({
    name: `Jaeger ${version}`,
    program: path,
    args: ['--config', join(import.meta.dirname, 'jaeger', `${kind}.yaml`)],
    env: {
      JAEGER_LISTEN_HOST: '127.0.0.1',
      JAEGER_QUERY_PORT: String(query),
      JAEGER_QUERY_GRPC_PORT: String(queryGrpc),
      JAEGER_OTLP_GRPC_PORT: String(otlpGrpc),
      JAEGER_OTLP_HTTP_PORT: String(otlpHttp),
      JAEGER_HEALTH_PORT: String(health),
      JAEGER_METRICS_PORT: String(metrics),
      CASSANDRA_CONTACT_POINTS: storage,
      SEARCH_URL: `http://${storage}`,
      // Else it traces itself into whatever listens on the usual port.
      OTEL_TRACES_SAMPLER: 'always_off',
    },
    logPath: join(folder, 'jaeger.log'),
    isReady: () => answersOk(healthUrl),
    readyMillis: READY_MILLIS,
  });
  return {
    queryUrl: `http://127.0.0.1:${query}`,
    otlpUrl: `http://127.0.0.1:${otlpHttp}`,
    healthUrl,
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}
