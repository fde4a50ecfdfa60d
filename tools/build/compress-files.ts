import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT_FILES = '**/*.{js,css,svg,json,txt}';

/** Smaller files fit into one packet as they are. */
const MIN_BYTES = 1024;

/** 11 takes some seconds for half a megabyte and saves 4 % more: not worth the wait of `npm start`. */
const BROTLI_QUALITY = 9;

/**
 * Puts `x.br` and `x.gz` beside every text file `x` below `folder`, for a server that sends what the client accepts. Pages
 * (`.html`) are left alone: the server writes a nonce into them.
 */
export async function compressFiles(folder: string): Promise<void> {
  await Promise.all(globSync(TEXT_FILES, { cwd: folder }).map((path) => compressFile(join(folder, path))));
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < MIN_BYTES) return;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
