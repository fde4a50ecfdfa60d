import { describe, expect, it } from 'vitest';
import { Pacer } from './pacer.ts';

describe('Pacer', () => {
  it('lets others run once 10 ms have been worked, and again after the next 10 ms', async () => {
    let now = 0;
    const rests: number[] = [];
    const pacer = new Pacer({
      now: () => now,
      letOthersRun: async () => {
        rests.push(now);
        now += 100;
      },
    });
    for (let step = 0; step < 10; step++) {
      now += 4;
      await pacer.pause();
    }
    expect(rests).toEqual([12, 124, 236]);
  });

  it('really lets a timer have its turn', async () => {
    const pacer = new Pacer();
    let isTimerRun = false;
    setTimeout(() => {
      isTimerRun = true;
    }, 1);
    while (!isTimerRun) await pacer.pause();
    expect(isTimerRun).toBe(true);
  });
});
