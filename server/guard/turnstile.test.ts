import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KujiError } from '../errors.ts';
import { Turnstile } from './turnstile.ts';

const patient = new AbortController().signal;

/** What has happened once everything that can go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Turnstile', () => {
  it('lets as many in as may be inside, then whoever has waited longest as they leave', async () => {
    const turnstile = new Turnstile({ inside: 2, waiting: 10 });
    const entered: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) void turnstile.enter(patient).then(() => entered.push(name));
    await settled();
    expect(entered).toEqual(['a', 'b']);
    turnstile.leave();
    await settled();
    expect(entered).toEqual(['a', 'b', 'c']);
    turnstile.leave();
    turnstile.leave();
    await settled();
    expect(entered).toEqual(['a', 'b', 'c', 'd']);
  });

  it('turns away who would be one too many to wait', async () => {
    const turnstile = new Turnstile({ inside: 1, waiting: 1 });
    await turnstile.enter(patient);
    const second = turnstile.enter(patient);
    await expect(turnstile.enter(patient)).rejects.toThrow(
      new KujiError('overloaded', '1 requests of this kind are under way, and 1 wait.'),
    );
    turnstile.leave();
    await second;
  });

  it('forgets who gives up, before and while waiting', async () => {
    const turnstile = new Turnstile({ inside: 1, waiting: 1 });
    await turnstile.enter(patient);
    const leaving = new AbortController();
    const impatient = turnstile.enter(leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(impatient).rejects.toThrow('gone');
    await expect(turnstile.enter(leaving.signal)).rejects.toThrow('gone');
    const next = turnstile.enter(patient);
    turnstile.leave();
    await next;
    turnstile.leave();
    await turnstile.enter(patient);
  });

  it('never has more inside than it may, and leaves nobody waiting while there is room', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.constantFrom('enter', 'leave', 'give up'), { maxLength: 40 }),
        async (limit, steps) => {
          const turnstile = new Turnstile({ inside: limit, waiting: 100 });
          let inside = 0;
          const waiting = new Set<AbortController>();
          for (const step of steps) {
            const [first] = waiting;
            if (step === 'enter') {
              const controller = new AbortController();
              waiting.add(controller);
              turnstile.enter(controller.signal).then(
                () => {
                  waiting.delete(controller);
                  inside++;
                },
                () => waiting.delete(controller),
              );
            } else if (step === 'leave' && inside > 0) {
              inside--;
              turnstile.leave();
            } else if (step === 'give up') {
              first?.abort(new Error('gone'));
            }
            await settled();
            expect(inside).toBeLessThanOrEqual(limit);
            if (waiting.size > 0) expect(inside).toBe(limit);
          }
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });
});
