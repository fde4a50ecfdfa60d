import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../../imports/source-file.ts';
import { REPOSITORY_ROOT } from '../../repository-root.ts';
import { MANIFESTS_FOLDER } from './overlay-folders.ts';

/** Every file of k8s/. */
export async function readManifestSources(): Promise<readonly SourceFile[]> {
  const entries = await readdir(MANIFESTS_FOLDER, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return await Promise.all(
    files.map(async (file) => ({
      path: relative(REPOSITORY_ROOT, file).split(sep).join('/'),
      text: await readFile(file, 'utf8'),
    })),
  );
}
