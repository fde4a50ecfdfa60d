import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { sourceDigest } from './source-digest.ts';

/** Where the built pages are. */
export const WEB_DIST = join(REPOSITORY_ROOT, 'web/dist');

/** Beside the pages, and hidden so that no server sends it: the digest of what they were built from. */
export const DIGEST_FILE = '.source-digest';

/** Whether web/dist is missing or was built from other sources than those that lie there now. About 30 ms. */
export function isWebStale(): boolean {
  const path = join(WEB_DIST, DIGEST_FILE);
  return !existsSync(path) || readFileSync(path, 'utf8') !== sourceDigest(REPOSITORY_ROOT);
}
