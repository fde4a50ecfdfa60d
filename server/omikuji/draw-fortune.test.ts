import { describe, expect, it } from 'vitest';
import { drawFortune } from './draw-fortune.ts';

const ORDINARY_DAY = new Date(2026, 10, 25);

describe('drawFortune', () => {
  it('holds one 凶, two 吉, two 中吉 and one 大吉', () => {
    const draws = [0, 1, 2, 3, 4, 5].map((lot) => drawFortune(() => lot / 6 + 0.01, ORDINARY_DAY));
    expect(draws.map(({ fortune, message, sleepMillis }) => `${fortune} ${message} ${sleepMillis}`)).toEqual([
      '凶 残念でした 1000',
      '吉 そこそこでした 0',
      '吉 そこそこでした 0',
      '中吉 まあまあでした 0',
      '中吉 まあまあでした 0',
      '大吉 いいですね 0',
    ]);
  });

  it('holds at both ends of the random numbers', () => {
    expect(drawFortune(() => 0, ORDINARY_DAY).fortune).toBe('凶');
    expect(drawFortune(() => 1 - 2 ** -53, ORDINARY_DAY).fortune).toBe('大吉');
  });

  it.each([1, 2, 3])('is always 大吉 on %s January, without a sleep', (day) => {
    const draw = drawFortune(() => 0, new Date(2027, 0, day, 23, 59));
    expect(draw).toEqual({ fortune: '大吉', message: 'お正月は大吉', sleepMillis: 0 });
  });

  it.each([new Date(2026, 11, 31, 23, 59), new Date(2027, 0, 4), new Date(2027, 1, 1)])('is as ever on %s', (now) => {
    expect(drawFortune(() => 0, now).fortune).toBe('凶');
  });
});
