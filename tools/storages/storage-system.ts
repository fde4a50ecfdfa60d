import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { type Connection, connect } from '../../server/jaeger-query/connect.ts';
import { realRetryPolicy } from '../../server/jaeger-query/upstream/retry.ts';
import { type RunningKuji, runKuji } from '../../server/run-kuji.ts';
import { buildIfStale } from '../build/build-if-stale.ts';
import { WEB_DIST } from '../build/is-web-stale.ts';
import { findJaegers } from '../jaegers/find-jaegers.ts';
import { prepareStorage, type Storage } from './prepare-storage.ts';
import { type StoredJaeger, startJaegerOn } from './start-jaeger-on.ts';
import type { StorageKind } from './storage-kind.ts';

/** A storage, the newest Jaeger 2 of this machine on it, and two who ask that: our client by itself, and a whole dashboard. */
export interface StorageSystem {
  readonly storage: Storage;
  readonly jaeger: StoredJaeger;
  readonly connection: Connection;
  /** Of the dashboard, without a slash at its end. */
  readonly dashboardUrl: string;
  /** Ends everything, and removes its data. */
  close(): Promise<void>;
}

/** Starts all of it on free ports, its data in a folder of its own. @throws where a part does not start; nothing is left running then */
export async function startStorageSystem(kind: StorageKind, env: NodeJS.ProcessEnv): Promise<StorageSystem> {
  const binary = findJaegers(env).findLast(({ version }) => version.startsWith('2.'));
  if (binary === undefined) throw new Error('there is no Jaeger 2 here');
  const folder = await mkdtemp(join(tmpdir(), `kuji-${kind}-`));
  const closers: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  try {
    const storage = await prepareStorage(kind, folder, env);
    closers.push(() => storage.stop());
    await storage.start();
    const jaeger = await startJaegerOn(kind, storage.port, binary, folder);
    closers.push(() => jaeger.stop());
    const connection = connectTo(jaeger.queryUrl);
    closers.push(async () => connection.close());
    await buildIfStale();
    const dashboard = await startDashboard(jaeger.queryUrl);
    closers.push(() => dashboard.close());
    return { storage, jaeger, connection, dashboardUrl: new URL(dashboard.urls[0]!.url).origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function connectTo(queryUrl: string): Connection {
  return connect({
    fetch,
    baseUrl: new URL(queryUrl),
    timeoutMillis: 30_000,
    maxBytes: 2 ** 28,
    maxRequests: 4,
    retry: realRetryPolicy(2),
    isEmbedded: false,
    log: () => undefined,
    clock: Date.now,
  });
}

async function startDashboard(queryUrl: string): Promise<RunningKuji> {
  const read = readConfig({ PORT: '0', JAEGER_QUERY_URL: queryUrl });
  if (read.kind === 'errors') throw new Error(JSON.stringify(read.errors));
  return await runKuji(read.config, { log: () => undefined, version: '0.0.0', webRoot: WEB_DIST });
}
