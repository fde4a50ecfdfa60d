import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../../repository-root.ts';

export const MANIFESTS_FOLDER = join(REPOSITORY_ROOT, 'k8s');

/** Names of the overlays. */
export async function overlayNames(): Promise<readonly string[]> {
  const entries = await readdir(join(MANIFESTS_FOLDER, 'overlays'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function overlayFolder(name: string): string {
  return join(MANIFESTS_FOLDER, 'overlays', name);
}
