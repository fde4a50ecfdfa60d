import { expect, it } from 'vitest';
import { derivedSpanId } from './derived-span-id.ts';

const ID = '5af7183fb1d4cf5f';

it('derives ids of 16 hex digits, one per ordinal and the same every time', () => {
  const derived = [1, 2, 3].map((ordinal) => derivedSpanId(ID, ordinal, () => false));
  expect(new Set([ID, ...derived]).size).toBe(4);
  expect(derived.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  expect(derivedSpanId(ID, 1, () => false)).toBe(derived[0]);
});

it('goes on to the next id where a span has that one', () => {
  const first = derivedSpanId(ID, 1, () => false);
  const next = derivedSpanId(ID, 1, (id) => id === first);
  expect(BigInt(`0x${next}`) - BigInt(`0x${first}`)).toBe(1n);
});
