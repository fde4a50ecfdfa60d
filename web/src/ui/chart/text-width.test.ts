import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './text-width.ts';

describe('textWidth', () => {
  it('takes Han characters as an em', () => {
    expect(textWidth('大吉', 13)).toBe(26);
  });
});

describe('fitText', () => {
  it('leaves what fits and cuts what does not', () => {
    expect(fitText('checkout', 13, 80)).toBe('checkout');
    expect(fitText('payments-service-v2', 13, 80)).toBe('payments-…');
  });
});
