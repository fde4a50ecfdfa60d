import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ServiceTraces } from './service-traces.ts';

it('holds each trace once, in the order of arrival, however late a service joins it', () => {
  const steps = fc.array(fc.record({ arrival: fc.nat(30), drops: fc.boolean() }), { maxLength: 100 });
  fc.assert(
    fc.property(steps, (all) => {
      const items = Array.from({ length: 31 }, (_, arrival) => ({ arrival }));
      const traces = new ServiceTraces<{ readonly arrival: number }>();
      const twin = new Set<number>();
      for (const { arrival, drops } of all) {
        const oldest = items[Math.min(...twin)];
        if (drops && oldest !== undefined) {
          traces.removeFirst(oldest);
          twin.delete(oldest.arrival);
        }
        traces.add(items[arrival]!);
        twin.add(arrival);
      }
      const expected = [...twin].sort((a, b) => b - a);
      expect(traces.newestFirst().map((item) => item.arrival)).toEqual(expected);
      expect(traces.size).toBe(twin.size);
    }),
  );
});
