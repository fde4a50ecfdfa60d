/** Beyond this the clock of the machine was set, or the machine slept. */
const MAX_DRIFT_MS = 100;

/**
 * A clock in milliseconds since 1970 with a resolution of a quarter of a microsecond, which `Date.now()` does not have: spans
 * of a lucky draw last some ten microseconds. It runs on the monotonic clock, so that what comes later reads later, and is
 * set anew only when the clock of the machine has moved away from it.
 */
export function createWallClock(
  dateNow: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): () => number {
  let offset = dateNow() - monotonic();
  return () => {
    const now = offset + monotonic();
    const drift = dateNow() - now;
    if (Math.abs(drift) <= MAX_DRIFT_MS) return now;
    offset += drift;
    return now + drift;
  };
}
