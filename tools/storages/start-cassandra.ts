import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { acceptsConnections } from './answers.ts';
import { type RunningServer, runServer } from './run-server.ts';

const READY_MILLIS = 180_000;
const HEAP = '768m';

/** Java 17 keeps these closed by default; the server reflects into them. */
const EXPORTS = [
  'java.base/jdk.internal.misc',
  'java.base/jdk.internal.ref',
  'java.base/sun.nio.ch',
  'java.management.rmi/com.sun.jmx.remote.internal.rmi',
  'java.rmi/sun.rmi.registry',
  'java.rmi/sun.rmi.server',
  'java.rmi/sun.rmi.transport.tcp',
  'java.sql/java.sql',
  'jdk.unsupported/sun.misc',
];
const OPENS = [
  'java.base/java.io',
  'java.base/java.lang',
  'java.base/java.lang.module',
  'java.base/java.lang.reflect',
  'java.base/java.math',
  'java.base/java.net',
  'java.base/java.nio',
  'java.base/java.util',
  'java.base/java.util.concurrent',
  'java.base/java.util.concurrent.atomic',
  'java.base/jdk.internal.loader',
  'java.base/jdk.internal.math',
  'java.base/jdk.internal.module',
  'java.base/jdk.internal.ref',
  'java.base/jdk.internal.reflect',
  'java.base/jdk.internal.util.jar',
  'java.base/sun.nio.ch',
  'jdk.management/com.sun.management.internal',
];

export interface CassandraPorts {
  readonly cql: number;
  readonly storage: number;
  readonly storageTls: number;
  readonly jmx: number;
}

/** What the pod's node has otherwise: addresses, folders and a machine that is shared with a Jaeger, a dashboard and a browser. */
function ofThisMachine(folder: string, ports: CassandraPorts): Readonly<Record<string, unknown>> {
  return {
    seed_provider: [
      {
        class_name: 'org.apache.cassandra.locator.SimpleSeedProvider',
        parameters: [{ seeds: `127.0.0.1:${ports.storage}` }],
      },
    ],
    listen_address: '127.0.0.1',
    rpc_address: '127.0.0.1',
    storage_port: ports.storage,
    ssl_storage_port: ports.storageTls,
    native_transport_port: ports.cql,
    data_file_directories: [join(folder, 'data')],
    commitlog_directory: join(folder, 'commitlog'),
    saved_caches_directory: join(folder, 'saved_caches'),
    hints_directory: join(folder, 'hints'),
    cdc_raw_directory: join(folder, 'cdc_raw'),
    memtable_heap_space: '96MiB',
    memtable_offheap_space: '96MiB',
    file_cache_size: '64MiB',
    commitlog_segment_size: '8MiB',
    commitlog_total_space: '64MiB',
  };
}

/**
 * One Cassandra node on this machine with the configuration that `k8s/overlays/cassandra` has for its node, its data in `folder`:
 * started there again it has them again.
 */
export async function startCassandra(jars: string, folder: string, ports: CassandraPorts): Promise<RunningServer> {
  const config = join(folder, 'cassandra.yaml');
  const inCluster = await readFile(join(REPOSITORY_ROOT, 'k8s/overlays/cassandra/cassandra-node.yaml'), 'utf8');
  const settings: Readonly<Record<string, unknown>> = parse(inCluster);
  await mkdir(join(folder, 'tmp'), { recursive: true });
  await writeFile(config, stringify({ ...settings, ...ofThisMachine(folder, ports) }));
  const logback = join(folder, 'logback.xml');
  await cp(join(import.meta.dirname, 'cassandra/logback.xml'), logback);
  return await runServer({
    name: 'Cassandra',
    program: 'java',
    args: [
      ...EXPORTS.flatMap((name) => ['--add-exports', `${name}=ALL-UNNAMED`]),
      ...OPENS.flatMap((name) => ['--add-opens', `${name}=ALL-UNNAMED`]),
      `-Xms${HEAP}`,
      `-Xmx${HEAP}`,
      '-XX:+UseG1GC',
      '-Xss512k',
      '-Djdk.attach.allowAttachSelf=true',
      `-Djava.io.tmpdir=${join(folder, 'tmp')}`,
      `-Dcassandra.config=file://${config}`,
      `-Dlogback.configurationFile=${logback}`,
      `-Dcassandra.storagedir=${folder}`,
      `-Dcassandra.logdir=${folder}`,
      `-Dcassandra.jmx.local.port=${ports.jmx}`,
      // A single node has nobody to wait for.
      '-Dcassandra.ring_delay_ms=100',
      '-Dcassandra.skip_wait_for_gossip_to_settle=0',
      '-Dcassandra.superuser_setup_delay_ms=0',
      '-cp',
      `${jars}/*`,
      'org.apache.cassandra.service.CassandraDaemon',
    ],
    logPath: join(folder, 'server.log'),
    isReady: () => acceptsConnections(ports.cql),
    readyMillis: READY_MILLIS,
  });
}
