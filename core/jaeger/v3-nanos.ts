import { type Micros, type UnixMicros, unixMicros } from '../units.ts';

/** An instant as the wire has it, which is more than a double holds: nanoseconds since 1970 have 19 digits. */
export interface V3Instant {
  /** Rounded down. */
  readonly micros: UnixMicros;
  /** What was rounded away: 0 to 999. */
  readonly nanos: number;
}

const ZERO_DIGIT = 0x30;

/**
 * Reads nanoseconds since 1970, by their digits: exact to the nanosecond as text. What is left out is 0.
 */
export function v3Instant(wire: string | number | null | undefined): V3Instant {
  if (wire == null) return { micros: unixMicros(0), nanos: 0 };
  if (typeof wire === 'number') {
    const micros = Math.floor(wire / 1000);
    return { micros: unixMicros(micros), nanos: Math.floor(wire - micros * 1000) };
  }
  const split = Math.max(0, wire.length - 3);
  return { micros: unixMicros(digits(wire, 0, split)), nanos: digits(wire, split, wire.length) };
}

/** From one instant to another, rounded towards zero: as Jaeger does it, and not the difference of what was rounded. */
export function microsBetween(start: V3Instant, end: V3Instant): Micros {
  const micros = end.micros - start.micros;
  const nanos = end.nanos - start.nanos;
  if (micros > 0 && nanos < 0) return micros - 1;
  if (micros < 0 && nanos > 0) return micros + 1;
  return micros;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + (text.charCodeAt(at) - ZERO_DIGIT);
  return value;
}
