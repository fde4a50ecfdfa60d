import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { compareVersions } from './compare-versions.ts';
import { jaegerCache } from './jaeger-cache.ts';

/** A real Jaeger that can be run here. */
export interface JaegerBinary {
  /** `2.13` */
  readonly version: string;
  readonly path: string;
}

/**
 * The Jaegers of this machine, oldest first: what `npm run jaegers` has built, and the files `jaeger-<version>` in the folders of
 * `JAEGER_BIN_DIR`, which come first where both have a version.
 *
 * @throws where a folder of `JAEGER_BIN_DIR` does not exist: it was meant to be used
 */
export function findJaegers(env: NodeJS.ProcessEnv): readonly JaegerBinary[] {
  const named = (env.JAEGER_BIN_DIR ?? '').split(delimiter).filter((folder) => folder !== '');
  const missing = named.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`JAEGER_BIN_DIR names ${JSON.stringify(missing)}, which does not exist.`);
  const cache = jaegerCache(env);
  const folders = existsSync(cache) ? [...named, cache] : named;
  return jaegersAmong(folders.map((folder) => ({ folder, names: readdirSync(folder) })));
}

/** Of files by their names; the first folder that has a version counts. */
export function jaegersAmong(
  folders: readonly { readonly folder: string; readonly names: readonly string[] }[],
): readonly JaegerBinary[] {
  const found = new Map<string, JaegerBinary>();
  for (const { folder, names } of folders) {
    for (const name of names) {
      const version = /^jaeger-(\d+\.\d+(?:\.\d+)?)$/.exec(name)?.[1];
      if (version !== undefined && !found.has(version)) found.set(version, { version, path: join(folder, name) });
    }
  }
  return [...found.values()].sort((a, b) => compareVersions(a.version, b.version));
}
