import { cp, glob, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WEB_ROOT } from './start-kuji.ts';

interface OtherBuild {
  readonly webRoot: string;
  remove(): Promise<void>;
}

/**
 * The built pages as another version has them: the part that is loaded for the export has another name, and the page itself differs.
 */
export async function otherBuild(): Promise<OtherBuild> {
  const webRoot = await mkdtemp(join(tmpdir(), 'kuji-other-build-'));
  await cp(WEB_ROOT, webRoot, { recursive: true });
  const indexPath = join(webRoot, 'index.html');
  const index = await readFile(indexPath, 'utf8');
  for await (const path of glob('assets/export-items-*', { cwd: webRoot })) {
    await rename(join(webRoot, path), join(webRoot, path.replace('export-items-', 'export-items-other-')));
  }
  await writeFile(indexPath, `${index}<!-- another version -->`);
  return { webRoot, remove: () => rm(webRoot, { recursive: true }) };
}
