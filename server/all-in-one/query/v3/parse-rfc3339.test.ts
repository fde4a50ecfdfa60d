import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from './parse-rfc3339.ts';

describe('parseRfc3339', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0n],
    ['2026-11-23T09:00:00.000000001Z', 1_795_424_400_000_000_001n],
    ['2026-11-23T18:00:00.5+09:00', 1_795_424_400_500_000_000n],
    ['2026-11-23T01:30:00-07:30', 1_795_424_400_000_000_000n],
    ['2026-11-23T9:00:00Z', 1_795_424_400_000_000_000n],
    ['2026-11-23T09:00:00.1234567899Z', 1_795_424_400_123_456_789n],
    ['1969-12-31T23:59:59.999999999Z', -1n],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000_000_000n],
  ])('reads %s', (text, value) => {
    expect(parseRfc3339(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['yesterday', 'as "2006-01-02T15:04:05.999999999Z07:00": cannot parse "yesterday" as "2006"'],
    ['2026/11/23', 'as "2006-01-02T15:04:05.999999999Z07:00": cannot parse "/11/23" as "-"'],
    ['2026-11-23', 'as "2006-01-02T15:04:05.999999999Z07:00": cannot parse "" as "T"'],
    ['2026-11-23T09:00:00', 'as "2006-01-02T15:04:05.999999999Z07:00": cannot parse "" as "Z07:00"'],
    ['2026-11-23T09:00:00 09:00', 'as "2006-01-02T15:04:05.999999999Z07:00": cannot parse " 09:00" as "Z07:00"'],
  ])('tells of %s what Go tells', (text, reason) => {
    expect(parseRfc3339(text)).toEqual({ ok: false, message: `parsing time ${JSON.stringify(text)} ${reason}` });
  });

  it.each([
    ['2026-13-23T09:00:00Z', 'month out of range'],
    ['2026-02-29T09:00:00Z', 'day out of range'],
    ['2026-11-23T24:00:00Z', 'hour out of range'],
    ['2026-11-23T09:00:00Z!', 'extra text: "!"'],
  ])('tells what is wrong with %s', (text, reason) => {
    expect(parseRfc3339(text)).toEqual({ ok: false, message: `parsing time ${JSON.stringify(text)}: ${reason}` });
  });

  it('reads what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        expect(parseRfc3339(date.toISOString())).toEqual({ ok: true, value: BigInt(date.getTime()) * 1_000_000n });
      }),
    );
  });
});
