/**
 * Units of time as types. A bare `number` of microseconds could be an instant or a length; these two cannot be mixed.
 * Both are held in doubles: microseconds since 1970 stay exact until the year 2255.
 */

declare const unit: unique symbol;

/** A length of time, in microseconds. May be negative (a difference) and may be fractional (v3 gives nanoseconds). */
export type Micros = number & { readonly [unit]?: 'micros' };

/** An instant: microseconds since 1970-01-01T00:00:00Z. */
export type UnixMicros = number & { readonly [unit]: 'unix-micros' };

/** Marks a number as an instant in microseconds since 1970. */
export function unixMicros(value: number): UnixMicros {
  return value as UnixMicros;
}

/** The instant of a JavaScript time value (milliseconds since 1970). */
export function unixMicrosFromMillis(millis: number): UnixMicros {
  return unixMicros(Math.round(millis * 1000));
}

/** The JavaScript time value (milliseconds since 1970, fractional) of an instant. */
export function millisOf(instant: UnixMicros): number {
  return instant / 1000;
}

/** `instant` moved by `by`. */
export function addMicros(instant: UnixMicros, by: Micros): UnixMicros {
  return unixMicros(instant + by);
}

export const MILLISECOND: Micros = 1_000;
export const SECOND: Micros = 1_000_000;
export const MINUTE: Micros = 60_000_000;
export const HOUR: Micros = 3_600_000_000;
export const DAY: Micros = 86_400_000_000;
