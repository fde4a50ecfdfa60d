import { describe, expect, it } from 'vitest';
import { chooseEncoding } from './compression.ts';

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, br;q=0.9', 'br'],
    ['GZIP', 'gzip'],
    ['gzip, br;q=0, zstd;q=0.000', 'gzip'],
    ['gzip;q=0.001', 'gzip'],
    ['deflate', undefined],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('answers %o with %o', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});
