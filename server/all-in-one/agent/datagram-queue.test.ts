import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DatagramQueue } from './datagram-queue.ts';

const limits = { maxDatagrams: 10, maxBytes: 100 };

/** Waits without taking any other time than the queue itself. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setImmediate();
}

it('handles datagrams in the order of arrival', async () => {
  const handled: number[] = [];
  const queue = new DatagramQueue((bytes) => handled.push(bytes[0] ?? -1), limits);
  for (let n = 0; n < 10; n++) queue.push(Buffer.of(n));
  await until(() => handled.length === 10);
  for (let n = 10; n < 15; n++) queue.push(Buffer.of(n));
  await until(() => handled.length === 15);
  expect(handled).toEqual(Array.from({ length: 15 }, (_, n) => n));
});

it('drops what comes while it is full, by number and by bytes', async () => {
  let handled = 0;
  const queue = new DatagramQueue(() => handled++, limits);
  expect(Array.from({ length: 12 }, () => queue.push(Buffer.alloc(1))).filter((isTaken) => isTaken)).toHaveLength(10);
  await until(() => handled === 10);
  expect([60, 41, 40].map((size) => queue.push(Buffer.alloc(size)))).toEqual([true, false, true]);
  await until(() => handled === 12);
});

it('gives other work its turn while it has a lot to do', async () => {
  let handled = 0;
  const queue = new DatagramQueue(
    () => {
      handled++;
      const start = performance.now();
      while (performance.now() - start < 1);
    },
    { maxDatagrams: 1_000, maxBytes: 1_000 },
  );
  for (let n = 0; n < 100; n++) queue.push(Buffer.of(0));
  await setImmediate();
  await setImmediate();
  expect(handled).toBeLessThan(100);
  await until(() => handled === 100);
});
