import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestQueue } from './request-queue.ts';

const idle = new AbortController().signal;

/** Work that lasts until it is told to end. */
function work(name: string, started: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run = () => {
    started.push(name);
    return promise;
  };
  return { run, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

/** Long enough for whatever can go on to go on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('RequestQueue', () => {
  it('runs as many as it may, and the others in the order in which they came', async () => {
    const queue = new RequestQueue(2);
    const started: string[] = [];
    const works = ['a', 'b', 'c', 'd'].map((name) => work(name, started));
    const done = works.map(({ run }) => queue.run(idle, run));
    await settle();
    expect(started).toEqual(['a', 'b']);
    works[1]?.end();
    await settle();
    expect(started).toEqual(['a', 'b', 'c']);
    for (const { end } of works) end();
    expect(await Promise.all(done)).toEqual(['a', 'b', 'c', 'd']);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets the next in when one fails', async () => {
    const queue = new RequestQueue(1);
    const started: string[] = [];
    const [first, second] = [work('a', started), work('b', started)];
    const failing = queue.run(idle, first.run);
    const waiting = queue.run(idle, second.run);
    first.fail();
    await expect(failing).rejects.toThrow('a');
    second.end();
    expect(await waiting).toBe('b');
  });

  it('lets one who is aborted leave at once, without its turn', async () => {
    const queue = new RequestQueue(1);
    const started: string[] = [];
    const [first, second, third] = [work('a', started), work('b', started), work('c', started)];
    const leaving = new AbortController();
    void queue.run(idle, first.run);
    const gone = queue.run(leaving.signal, second.run);
    const waiting = queue.run(idle, third.run);
    expect(queue.length).toBe(2);
    leaving.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    expect(queue.length).toBe(1);
    first.end();
    third.end();
    expect(await waiting).toBe('c');
    expect(started).toEqual(['a', 'c']);
    await expect(queue.run(leaving.signal, second.run)).rejects.toThrow('gone');
  });

  it('never runs more than it may, and ends with all its places free', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ turns: fc.integer({ min: 0, max: 5 }), leaves: fc.boolean(), fails: fc.boolean() })),
        async (limit, plans) => {
          const queue = new RequestQueue(limit);
          let inside = 0;
          let most = 0;
          const asked = plans.map(async ({ turns, leaves, fails }) => {
            const controller = new AbortController();
            const running = queue.run(controller.signal, async () => {
              most = Math.max(most, ++inside);
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              inside--;
              if (fails) throw new Error('failed');
            });
            if (leaves) controller.abort(new Error('left'));
            await running.catch((error: unknown) => expect(String(error)).toMatch(/failed|left/));
          });
          await Promise.all(asked);
          expect(most).toBeLessThanOrEqual(limit);
          const started: string[] = [];
          const works = Array.from({ length: limit }, (_, index) => work(String(index), started));
          const done = works.map(({ run }) => queue.run(idle, run));
          expect(started).toHaveLength(limit);
          for (const { end } of works) end();
          await Promise.all(done);
        },
      ),
    );
  });
});
