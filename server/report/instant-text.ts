import { millisOf, unixMicros } from '#core/units.ts';

/** An instant (µs since 1970) in UTC to the millisecond: `2026-11-23T09:00:00Z`. One that no calendar has is told in µs. */
export function instantText(micros: number): string {
  const date = new Date(millisOf(unixMicros(micros)));
  return Number.isNaN(date.getTime()) ? `${micros} µs` : date.toISOString().replace('.000Z', 'Z');
}
