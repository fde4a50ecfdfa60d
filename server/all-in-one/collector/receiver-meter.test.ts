import { expect, it } from 'vitest';
import { receiverMeter } from './receiver-meter.ts';

it('counts all and logs the first of each reason', () => {
  const logged: unknown[] = [];
  const meter = receiverMeter('zipkin', (level, _, fields) => logged.push([level, fields]));
  meter.took(3);
  meter.took(0);
  meter.rejected('unreadable', 'first');
  meter.rejected('unreadable', 'second');
  meter.rejected('too-large', 'x'.repeat(1_000));
  expect(meter.counts(9411)).toEqual({ name: 'zipkin', port: 9411, messages: 5, rejected: 3, spans: 3 });
  expect(logged).toEqual([
    ['warn', { receiver: 'zipkin', reason: 'unreadable', detail: 'first' }],
    ['warn', { receiver: 'zipkin', reason: 'too-large', detail: 'x'.repeat(200) }],
  ]);
});
