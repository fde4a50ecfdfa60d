import { expect, it } from 'vitest';
import { spanIdOf, traceIdOf, wireSpanId, wireTraceId } from './hex-id.ts';

it('pads ids and writes them in lower case', () => {
  expect(traceIdOf('5AF7183FB1D4CF5F')).toBe('00000000000000005af7183fb1d4cf5f');
  expect(spanIdOf('C')).toBe('000000000000000c');
});

it('takes hex digits only, and no more than an id has', () => {
  expect(['', 'g', '0x1', 'a'.repeat(33)].some((id) => wireTraceId.safeParse(id).success)).toBe(false);
  expect(['', 'ab c', 'a'.repeat(17)].some((id) => wireSpanId.safeParse(id).success)).toBe(false);
});
