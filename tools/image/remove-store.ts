import { readFile, rm } from 'node:fs/promises';
import { runProgram } from './run-program.ts';

/** Removes all that a podman has kept in `folder`, also where it was ended in the middle and has left file systems mounted there. */
export async function removeStore(folder: string): Promise<void> {
  for (const place of mountsBelow(await readFile('/proc/self/mounts', 'utf8'), folder)) {
    await runProgram('umount', ['--lazy', place], { millis: 10_000 });
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}

/** The innermost first. */
export function mountsBelow(mounts: string, folder: string): readonly string[] {
  return mounts
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((place) => place.startsWith(`${folder}/`))
    .reverse();
}
