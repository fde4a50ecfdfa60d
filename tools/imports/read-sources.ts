import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import type { SourceFile } from './source-file.ts';

const SOURCES = ['{core,server,tools}/**/*.{ts,tsx,css}', 'web/{src,e2e}/**/*.{ts,tsx,css}', '{.,web}/*.ts'];

/** Every source of the repository. */
export function readSources(): readonly SourceFile[] {
  return readFiles(SOURCES);
}

/** Every README.md of a folder of sources. */
export function readReadmes(): readonly SourceFile[] {
  return readFiles(['{core,server,tools,web}/**/README.md']);
}

function readFiles(globs: readonly string[]): readonly SourceFile[] {
  const isSkipped = (path: string) => /(^|[\\/])(node_modules|dist|\.cache)$/.test(path);
  return globSync([...globs], { cwd: REPOSITORY_ROOT, exclude: isSkipped })
    .map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(REPOSITORY_ROOT, path), 'utf8') }));
}
