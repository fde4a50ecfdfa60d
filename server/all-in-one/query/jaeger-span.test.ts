import { expect, it } from 'vitest';
import { testingSpan } from '../testing/testing-span.ts';
import { jaegerSpan } from './jaeger-span.ts';

it('has events in the order of time, those of one nanosecond as they were sent', () => {
  const event = (name: string, atNanos: bigint) => ({ name, atNanos, attributes: [], droppedAttributes: 0 });
  const events = [
    event('late', 3_000_000_000n),
    event('b', 2_000_000_400n),
    event('a', 2_000_000_400n),
    event('z', 2_000_000_100n),
  ];
  const { logs } = jaegerSpan(testingSpan(1, 1, 's', { events }), 'p1');
  expect(logs.map(({ timestamp, fields }) => `${timestamp} ${fields[0]?.value}`)).toEqual([
    '2000000 z',
    '2000000 b',
    '2000000 a',
    '3000000 late',
  ]);
});
