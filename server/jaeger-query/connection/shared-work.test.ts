import { describe, expect, it } from 'vitest';
import { SharedWork } from './shared-work.ts';

const idle = new AbortController().signal;

function controlled() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let ending: AbortSignal | undefined;
  const work = new SharedWork((signal) => {
    ending = signal;
    return promise;
  });
  return { work, resolve, reject, isEnded: () => ending?.aborted ?? false };
}

describe('SharedWork', () => {
  it('gives all who wait the same result', async () => {
    const { work, resolve } = controlled();
    const answers = [work.join(idle), work.join(idle)];
    resolve('done');
    expect(await Promise.all(answers)).toEqual(['done', 'done']);
    expect(work.isOver).toBe(true);
  });

  it('goes on for the others when one leaves', async () => {
    const { work, resolve, isEnded } = controlled();
    const leaving = new AbortController();
    const gone = work.join(leaving.signal);
    const staying = work.join(idle);
    leaving.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    expect(isEnded()).toBe(false);
    resolve('done');
    expect(await staying).toBe('done');
  });

  it('ends when the last has left, and takes nobody in any more', async () => {
    const { work, reject, isEnded } = controlled();
    const leaving = new AbortController();
    const gone = work.join(leaving.signal);
    expect(work.isOver).toBe(false);
    leaving.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    expect(isEnded()).toBe(true);
    expect(work.isOver).toBe(true);
    reject(new Error('nobody takes this'));
  });

  it('tells its failure to all who wait', async () => {
    const { work, reject } = controlled();
    const answers = Promise.allSettled([work.join(idle), work.join(idle)]);
    reject(new Error('broken'));
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(work.isOver).toBe(true);
  });
});
