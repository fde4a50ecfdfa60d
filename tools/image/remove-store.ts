import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from './run-program.ts';

const TRIES = 20;

/**
 * Removes all that a podman has kept in `folder`, also where it was ended in the middle and has left file systems mounted there. What
 * cleans up after a container that has failed may still be at work, and mounts the store once more: so it is tried again.
 */
export async function removeStore(folder: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    for (const place of mountsBelow(await readFile('/proc/self/mounts', 'utf8'), folder)) {
      await runProgram('umount', ['--lazy', place], { millis: 10_000 });
    }
    try {
      return await rm(folder, { recursive: true, force: true });
    } catch (error) {
      if (tries === TRIES) throw error;
      await sleep(250);
    }
  }
}

/** The innermost first. */
export function mountsBelow(mounts: string, folder: string): readonly string[] {
  return mounts
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((place) => place.startsWith(`${folder}/`))
    .reverse();
}
