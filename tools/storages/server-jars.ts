import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runBounded } from '../browser/run-bounded.ts';
import { cacheFolder } from '../cache-folder.ts';
import type { StorageKind } from './storage-kind.ts';

/** As in the `pom.xml` of each: another version is another folder of the cache. */
const VERSIONS: Readonly<Record<StorageKind, string>> = { cassandra: '5.0.6', opensearch: '2.19.4' };
const DOWNLOAD_MILLIS = 10 * 60_000;

/** The folder of a server's jars, which Maven fetches the first time. @throws with the end of what Maven said */
export async function serverJars(kind: StorageKind, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = join(cacheFolder('storages', env), `${kind}-${VERSIONS[kind]}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const pom = join(import.meta.dirname, kind, 'pom.xml');
  const args = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${part}`];
  const { ok, output } = await runBounded('mvn', args, DOWNLOAD_MILLIS);
  if (!ok) throw new Error(`Maven could not fetch the jars of ${kind}:\n${output.split('\n').slice(-15).join('\n')}`);
  await rename(part, folder);
  return folder;
}
