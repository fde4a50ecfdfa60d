import { describe, expect, it } from 'vitest';
import { langOf } from './lang-of.ts';

describe('langOf', () => {
  it('is Japanese for Han characters and kana, full and half width', () => {
    for (const text of ['凶', 'いいですね', 'omikuji=ｵﾐｸｼﾞ', '々']) expect(langOf(text)).toBe('ja');
  });

  it('is not set for other text', () => {
    for (const text of ['', 'checkout', '1.00 s → 2', 'Привет', '한국']) expect(langOf(text)).toBeUndefined();
  });
});
