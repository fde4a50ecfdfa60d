import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowableArray } from './growable-array.ts';

function growable(capacity?: number): GrowableArray<Int32Array> {
  return new GrowableArray((length) => new Int32Array(length), capacity);
}

const anyInt32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('push' as const), value: anyInt32 }),
  fc.record({ kind: fc.constant('append' as const), values: fc.array(anyInt32), from: fc.nat(5), to: fc.nat(12) }),
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: anyInt32 }),
);

describe('a growable array', () => {
  it('holds what an ordinary array holds after the same steps, whatever its first capacity', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.array(anyStep), (capacity, steps) => {
        const array = growable(capacity);
        const twin: number[] = [];
        for (const step of steps) {
          switch (step.kind) {
            case 'push':
              array.push(step.value);
              twin.push(step.value);
              break;
            case 'append': {
              const to = Math.min(step.to, step.values.length);
              const from = Math.min(step.from, to);
              array.append(step.values, from, to);
              twin.push(...step.values.slice(from, to));
              break;
            }
            case 'set':
              if (twin.length === 0) break;
              array.set(step.at % twin.length, step.value);
              twin[step.at % twin.length] = step.value;
          }
          expect(array.length).toBe(twin.length);
        }
        expect(Array.from(array.view())).toEqual(twin);
      }),
    );
  });

  it('leaves a view as it is while it grows', () => {
    const array = growable(2);
    array.push(1);
    const view = array.view();
    array.append([2, 3, 4], 0, 3);
    expect(Array.from(view)).toEqual([1]);
    expect(Array.from(array.view())).toEqual([1, 2, 3, 4]);
  });

  it('refuses to overwrite what is not there', () => {
    const array = growable();
    array.push(1);
    expect(() => array.set(1, 5)).toThrow(RangeError);
    expect(() => array.set(-1, 5)).toThrow(RangeError);
  });
});
