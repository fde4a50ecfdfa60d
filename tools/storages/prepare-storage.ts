import { join } from 'node:path';
import { freePorts } from '../jaegers/free-ports.ts';
import type { RunningServer } from './run-server.ts';
import { serverJars } from './server-jars.ts';
import { startCassandra } from './start-cassandra.ts';
import { startOpensearch } from './start-opensearch.ts';
import type { StorageKind } from './storage-kind.ts';

/** A storage that can be stopped and started again, with its data. */
export interface Storage {
  /** The port that Jaeger speaks to. */
  readonly port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** A storage that is not started yet, in a folder of its own. */
export async function prepareStorage(kind: StorageKind, folder: string, env: NodeJS.ProcessEnv): Promise<Storage> {
  const jars = await serverJars(kind, env);
  const [port, storage, storageTls, jmx] = await freePorts(4);
  const data = join(folder, kind);
  let server: RunningServer | undefined;
  const startServer = (): Promise<RunningServer> => {
    switch (kind) {
      case 'cassandra':
        return startCassandra(jars, data, { cql: port!, storage: storage!, storageTls: storageTls!, jmx: jmx! });
      case 'opensearch':
        return startOpensearch(jars, data, { http: port!, transport: storage! });
    }
  };
  return {
    port: port!,
    async start() {
      server = await startServer();
    },
    async stop() {
      await server?.stop();
      server = undefined;
    },
    async kill() {
      await server?.kill();
      server = undefined;
    },
  };
}
