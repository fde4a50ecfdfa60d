import { join } from 'node:path';
import type { JaegerBinary } from '../jaegers/find-jaegers.ts';
import { freePortsOf } from '../jaegers/free-ports.ts';
import { LISTENERS } from '../jaegers/jaeger-arguments.ts';
import { type JaegerOverlay, overlayConfiguration, overlayEnvironment } from '../jaegers/overlay-jaeger.ts';
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

/** OpenSearch speaks the protocol of Elasticsearch, and stands in for it. */
const OVERLAYS: Readonly<Record<StorageKind, JaegerOverlay>> = {
  cassandra: 'cassandra',
  opensearch: 'elasticsearch',
};

/** Starts a Jaeger 2 on free ports, with the configuration that `k8s/` has for its storage, which stands at that port of this machine. */
export async function startJaegerOn(
  kind: StorageKind,
  storagePort: number,
  { version, path }: JaegerBinary,
  folder: string,
): Promise<StoredJaeger> {
  const ports = await freePortsOf(LISTENERS);
  const healthUrl = `http://127.0.0.1:${ports.health}/status`;
  const storage = `127.0.0.1:${storagePort}`;
  const server = await runServer({
    name: `Jaeger ${version}`,
    program: path,
    args: ['--config', overlayConfiguration(OVERLAYS[kind])],
    // Of the logins, the one of a Cassandra that has just been made; the OpenSearch here asks for none.
    env: { ...overlayEnvironment(ports), CASSANDRA_CONTACT_POINTS: storage, SEARCH_URL: `http://${storage}` },
    logPath: join(folder, 'jaeger.log'),
    isReady: () => answersOk(healthUrl),
    readyMillis: READY_MILLIS,
  });
  return {
    queryUrl: `http://127.0.0.1:${ports.query}`,
    otlpUrl: `http://127.0.0.1:${ports.otlpHttp}`,
    healthUrl,
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}
