import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runBounded } from '../browser/run-bounded.ts';
import { answersOk } from './answers.ts';
import { type RunningServer, runServer } from './run-server.ts';

const COMPILE_MILLIS = 60_000;
const READY_MILLIS = 120_000;
const HEAP = '512m';

/** One OpenSearch node on this machine, its data in `folder`: started there again it has them again. */
export async function startOpensearch(
  jars: string,
  folder: string,
  { http, transport }: { readonly http: number; readonly transport: number },
): Promise<RunningServer> {
  const sources = join(import.meta.dirname, 'opensearch');
  for (const name of ['config', 'data', 'logs', 'tmp', 'classes']) await mkdir(join(folder, name), { recursive: true });
  const log4j = join(folder, 'config', 'log4j2.properties');
  await cp(join(sources, 'log4j2.properties'), log4j);
  const classes = join(folder, 'classes');
  const compile = ['-nowarn', '-d', classes, '-cp', `${jars}/*`, join(sources, 'Server.java')];
  const { ok, output } = await runBounded('javac', compile, COMPILE_MILLIS);
  if (!ok) throw new Error(`javac failed:\n${output}`);
  return await runServer({
    name: 'OpenSearch',
    program: 'java',
    args: [
      `-Xms${HEAP}`,
      `-Xmx${HEAP}`,
      '-XX:+UseG1GC',
      `-Djava.io.tmpdir=${join(folder, 'tmp')}`,
      `-Dlog4j2.configurationFile=${log4j}`,
      '-Dlog4j2.disable.jmx=true',
      '-Dlog4j.shutdownHookEnabled=false',
      '-cp',
      `${classes}:${jars}/*`,
      'Server',
      folder,
      String(http),
      String(transport),
    ],
    logPath: join(folder, 'server.log'),
    isReady: () => answersOk(`http://127.0.0.1:${http}/_cluster/health?wait_for_status=yellow&timeout=3s`),
    readyMillis: READY_MILLIS,
  });
}
