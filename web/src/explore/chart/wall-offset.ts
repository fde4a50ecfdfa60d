import type { Micros, UnixMicros } from '#core/units.ts';

/** By how much the viewer's clock is ahead of UTC at an instant. */
export function wallOffset(at: UnixMicros): Micros {
  return new Date(at / 1000).getTimezoneOffset() * -60_000_000;
}
