import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the built pages depend on, as globs from the root of the repository. */
const SOURCES = [
  'web/index.html',
  'web/vite.config.ts',
  'web/src/**/*.*',
  'web/public/**/*.*',
  'core/**/*.ts',
  'tools/build/*.ts',
  'package-lock.json',
] as const;

/** Never part of a page. */
const NOT_BUILT = /\.(test|bench)\.tsx?$|^core\/testing\/|\.md$/;

/** One digest of the names and contents of all files that the pages are built from: equal digests, equal pages. */
export function sourceDigest(root: string): string {
  const paths = globSync([...SOURCES], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !NOT_BUILT.test(path))
    .toSorted();
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
