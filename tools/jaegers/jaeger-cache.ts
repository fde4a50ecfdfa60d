import { cacheFolder } from '../cache-folder.ts';

/** Where `npm run jaegers` keeps what it has built: outside the tree, so that a fresh clone finds it again. */
export function jaegerCache(env: NodeJS.ProcessEnv): string {
  return cacheFolder('jaegers', env);
}
