import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unixMicros } from '#core/units.ts';
import { rfc3339 } from './rfc3339.ts';

describe('rfc3339', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000000Z'],
    [1, '1970-01-01T00:00:00.000001Z'],
    [-1, '1969-12-31T23:59:59.999999Z'],
    [1_795_424_400_000_000, '2026-11-23T09:00:00.000000Z'],
    [1_795_424_400_123_456, '2026-11-23T09:00:00.123456Z'],
    [Number.MAX_SAFE_INTEGER, '2255-06-05T23:47:34.740991Z'],
  ])('writes %d µs as %s', (micros, text) => {
    expect(rfc3339(unixMicros(micros))).toBe(text);
  });

  it('keeps every microsecond and the order of instants', () => {
    const micros = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 });
    fc.assert(
      fc.property(micros, (instant) => {
        const text = rfc3339(unixMicros(instant));
        const [, seconds = '', fraction = ''] = /^(.*)\.(\d{6})Z$/.exec(text) ?? [];
        expect(BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt(fraction)).toBe(BigInt(instant));
        expect(text < rfc3339(unixMicros(instant + 1))).toBe(true);
      }),
    );
  });
});
