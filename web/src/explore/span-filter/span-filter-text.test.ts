import { describe, expect, it } from 'vitest';
import { en } from '../../ui/words/en.ts';
import { ja } from '../../ui/words/ja.ts';
import { NO_SPAN_FILTER, type SpanFilter } from './span-filter.ts';
import { spanFilterText } from './span-filter-text.ts';

describe('the span filter in words', () => {
  it.each<[Partial<SpanFilter>, string]>([
    [{}, ''],
    [{ tags: [{ key: 'omikuji', value: '凶' }] }, 'omikuji=凶'],
    [{ tags: [{ key: 'note', value: 'a b' }], minDuration: 1_234_567 }, 'note="a b", ≥ 1.234567 s'],
    [{ maxDuration: 500 }, '≤ 500 µs'],
    [{ minDuration: 0, maxDuration: 100_000 }, '0 µs–100 ms'],
  ])('of %j', (filter, text) => {
    expect(spanFilterText({ ...NO_SPAN_FILTER, ...filter }, en).replaceAll('\u202f', ' ')).toBe(text);
  });

  it('is joined as each language does', () => {
    const tags = [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ];
    expect(spanFilterText({ ...NO_SPAN_FILTER, tags }, ja)).toBe('a=1、b=2');
  });
});
