import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `npm run jaegers` keeps what it has built: outside the tree, so that a fresh clone finds it again. */
export function jaegerCache({ XDG_CACHE_HOME }: NodeJS.ProcessEnv): string {
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'kuji', 'jaegers');
}
