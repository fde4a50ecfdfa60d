import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, SECOND, type UnixMicros, unixMicros, unixMicrosFromMillis } from '#core/units.ts';
import { fromLocalInput, toLocalInput } from './local-time-input.ts';

/** To the year 9999, beyond which the input has no form. */
const anyInstant = fc.integer({ min: 0, max: 9_007_199_254 }).map((second) => unixMicros(second * SECOND));

function local(...[year, month, day, hour, minute, second]: readonly number[]): UnixMicros {
  return unixMicrosFromMillis(new Date(year!, month! - 1, day, hour, minute, second ?? 0).getTime());
}

describe('a local time in an input', () => {
  it('is the time on the clock of whoever sits before it', () => {
    expect(toLocalInput(local(2026, 11, 23, 9, 5, 7))).toBe('2026-11-23T09:05:07');
    expect(fromLocalInput('2026-11-23T09:05:07')).toBe(local(2026, 11, 23, 9, 5, 7));
  });

  it('is read with a space for the T, without seconds, or with fractions of them', () => {
    expect(fromLocalInput(' 2026-11-23 14:10 ')).toBe(local(2026, 11, 23, 14, 10));
    expect(fromLocalInput('2026-11-23 14:10:00.25')).toBe(local(2026, 11, 23, 14, 10) + 250_000);
  });

  it('is cut off to the second', () => {
    expect(toLocalInput(unixMicros(local(2026, 11, 23, 9, 5, 7) + 999_999))).toBe('2026-11-23T09:05:07');
  });

  it('is read as what was written', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const text = toLocalInput(instant);
        const read = fromLocalInput(text)!;
        expect(toLocalInput(read)).toBe(text);
        // The hour that comes twice when the clock is put back is read as one of the two.
        expect(Math.abs(read - instant)).toBeLessThanOrEqual(HOUR);
      }),
    );
  });

  it.each([
    '',
    'now',
    '14:10',
    '2026-11-23',
    '2026-11-23T14',
    '2026-13-01T00:00',
    '2026-02-31T00:00',
    '2026-02-29T00:00',
    '2026-11-31 12:00',
    '2026-11-23T25:00',
    '2026-11-23T14:60',
    '2026-11-23T14:10Z',
    '1969-12-01T00:00',
    '10000-01-01T00:00',
  ])('is none: %j', (text) => {
    expect(fromLocalInput(text)).toBeUndefined();
  });

  it('is the 29th of February in leap years', () => {
    expect(fromLocalInput('2028-02-29T00:00')).toBe(local(2028, 2, 29, 0, 0));
  });

  // A process has one time zone: another one needs another process.
  it.each(['Asia/Tokyo', 'America/St_Johns', 'Pacific/Apia'])('is read as what was written in %s', (zone) => {
    const module = JSON.stringify(new URL('./local-time-input.ts', import.meta.url).href);
    const script = `
      const { fromLocalInput, toLocalInput } = await import(${module});
      const instants = Array.from({ length: 500 }, (_, i) => i * 4_000_037_000_000);
      const wrong = instants.filter((instant) => {
        const text = toLocalInput(instant);
        return toLocalInput(fromLocalInput(text)) !== text;
      });
      console.log(JSON.stringify({ wrong, first: toLocalInput(1_795_424_400_000_000) }));
    `;
    const options = { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8', timeout: 20_000 } as const;
    const { wrong, first } = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], options));
    expect(wrong).toEqual([]);
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    expect(first).toBe(parts.format(1_795_424_400_000).replace(' ', 'T'));
  });
});
