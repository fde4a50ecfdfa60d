import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Stands in index.html where the page is told which build it is of. */
const BUILD_PLACEHOLDER = '__BUILD__';

export interface BuiltPage {
  readonly html: string;
  /** Equal for equal pages: index.html holds the names of its files, which are hashes of what is in them and of what they load. */
  readonly build: string;
}

/** The index.html that the build of `web` has made; `undefined` where it has not been built. */
export async function readBuiltPage(webRoot: string): Promise<BuiltPage | undefined> {
  let html: string;
  try {
    html = await readFile(join(webRoot, 'index.html'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const build = createHash('sha256').update(html).digest('hex').slice(0, 16);
  return { html: html.replaceAll(BUILD_PLACEHOLDER, build), build };
}
