import { expect, it } from 'vitest';
import { sampleRows } from './sample-rows.ts';

it('a sample is spread over the rows, and all of them where they are few', () => {
  const rows = Int32Array.from({ length: 10 }, (_, row) => 100 + row);
  expect([...sampleRows(rows, 4)]).toEqual([100, 102, 105, 107]);
  expect(sampleRows(rows, 10)).toBe(rows);
});
