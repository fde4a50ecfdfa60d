import { setImmediate } from 'node:timers/promises';

/** How long a long piece of work may keep the process from its other work, in milliseconds. */
const SLICE_MS = 10;

/**
 * Splits long work: call the function it returns between two steps; when the slice of time is used up it lets everything
 * else that waits run first.
 */
export function yielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
