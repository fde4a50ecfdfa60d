import { expect, it } from 'vitest';
import { figuresTable } from './figures-table.ts';
import { median } from './median.ts';

it('shows figures against their limits, with where and when they were measured', () => {
  const table = figuresTable(
    [
      { name: 'JSON.parse', value: 112.4, unit: 'ms', limit: undefined },
      { name: 'Slice / JSON.parse', value: 2.714, unit: '×', limit: 3 },
      { name: 'Event loop blocked', value: 61.25, unit: 'ms', limit: 50 },
      { name: 'not measured', value: Number.NaN, unit: '×', limit: 2 },
    ],
    { date: '2026-11-25', node: '24.21.0', cpu: 'Some CPU', cores: 2 },
  );
  expect(table).toBe(
    [
      '2026-11-25, Node 24.21.0, 2 × Some CPU',
      '',
      '| Figure             | Measured | Limit   |      |',
      '|--------------------|----------|---------|------|',
      '| JSON.parse         | 112 ms   |         |      |',
      '| Slice / JSON.parse | 2.71 ×   | ≤ 3 ×   | ok   |',
      '| Event loop blocked | 61.3 ms  | ≤ 50 ms | over |',
      '| not measured       | –        | ≤ 2 ×   |      |',
    ].join('\n'),
  );
});

it('takes the middle of measurements, not their mean', () => {
  expect(median([5, 1, 100])).toBe(5);
  expect(median([2, 1])).toBe(1);
  expect(median([])).toBeNaN();
});
