import { setTimeout } from 'node:timers/promises';

/** Sleeps that long or a little longer. Node's timers may ring up to a millisecond early, and a second is a second. */
export async function sleepAtLeast(millis: number): Promise<void> {
  const end = performance.now() + millis;
  for (let left = millis; left > 0; left = end - performance.now()) await setTimeout(Math.ceil(left));
}
