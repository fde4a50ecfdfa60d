import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** One Cassandra node on this machine, its data in `folder`: started there again it has them again. */
export async function startCassandra(jars: string, folder: string, ports: CassandraPorts): Promise<RunningServer> {
  const config = join(folder, 'cassandra.yaml');
  const template = await readFile(join(import.meta.dirname, 'cassandra/cassandra.yaml'), 'utf8');
  const words: Readonly<Record<string, string | number>> = {
    '@DIR@': folder,
    '@CQL_PORT@': ports.cql,
    '@STORAGE_PORT@': ports.storage,
    '@SSL_STORAGE_PORT@': ports.storageTls,
  };
  await mkdir(join(folder, 'tmp'), { recursive: true });
  await writeFile(
    config,
    template.replaceAll(/@[A-Z_]+@/g, (word) => String(words[word])),
  );
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
