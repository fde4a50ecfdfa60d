import { expect, it } from 'vitest';
import { createWallClock } from './wall-clock.ts';

it('reads fractions of a millisecond and never runs backwards on its own', () => {
  let monotonic = 0;
  const clock = createWallClock(
    () => Math.floor(1_800_000_000_000.7 + monotonic),
    () => monotonic,
  );
  const readings = [0, 0.01, 0.25, 0.5, 1.1].map((at) => {
    monotonic = at;
    return clock() - 1_800_000_000_000;
  });
  expect(readings.map((reading) => Math.round(reading * 1000))).toEqual([0, 10, 250, 500, 1100]);
});

it('follows when the clock of the machine is set', () => {
  let date = 1_800_000_000_000;
  const clock = createWallClock(
    () => date,
    () => 5,
  );
  date += 99;
  expect(clock()).toBe(1_800_000_000_000);
  date += 60_000;
  expect(clock()).toBe(date);
  date -= 60_000;
  expect(clock()).toBe(date);
});
