import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a script keeps what took long to make or to fetch: outside the tree, so that a fresh clone finds it again. */
export function cacheFolder(name: string, { XDG_CACHE_HOME }: NodeJS.ProcessEnv): string {
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'kuji', name);
}
