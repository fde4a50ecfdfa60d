import { expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';

it('orders versions by their numbers, and a shorter one before those that go on', () => {
  const versions = ['2.13', '1.76', '2.13.1', '2.9', '1.100', '2.13.0'];
  expect(versions.toSorted(compareVersions)).toEqual(['1.76', '1.100', '2.9', '2.13', '2.13.0', '2.13.1']);
  expect(compareVersions('2.13', '2.13')).toBe(0);
});
