import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { isWebStale } from './is-web-stale.ts';

/**
 * Builds the pages if they are not those of the sources. In a process of its own: on a second core, whoever waits has its own free
 * for other work.
 *
 * @throws an error with what the build printed, where it fails
 */
export async function buildIfStale(): Promise<void> {
  if (!isWebStale()) return;
  const child = spawn(process.execPath, [join(REPOSITORY_ROOT, 'tools/build.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The pages could not be built:\n${output}`));
    });
  });
}
