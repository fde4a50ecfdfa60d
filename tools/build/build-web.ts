import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { compressFiles } from './compress-files.ts';
import { DIGEST_FILE, WEB_DIST } from './is-web-stale.ts';
import { sourceDigest } from './source-digest.ts';

/**
 * Builds the pages into web/dist, compressed copies beside them. They are made in a folder aside and put in place whole, so that a
 * build that fails, or two at once, leave no half of a page.
 *
 * @throws what vite says of a source that cannot be built
 */
export async function buildWeb(): Promise<void> {
  const digest = sourceDigest(REPOSITORY_ROOT);
  const cache = join(REPOSITORY_ROOT, 'web/.cache');
  const made = join(cache, `dist-${process.pid}`);
  const old = join(cache, `dist-${process.pid}-old`);
  try {
    await build({
      root: join(REPOSITORY_ROOT, 'web'),
      logLevel: 'warn',
      build: { outDir: made, emptyOutDir: true },
    });
    await compressFiles(made);
    await writeFile(join(made, DIGEST_FILE), digest);
    await mkdir(WEB_DIST, { recursive: true });
    await rename(WEB_DIST, old);
    await rename(made, WEB_DIST);
  } finally {
    await Promise.all([made, old].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
