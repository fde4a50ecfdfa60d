import { describe, expect, it } from 'vitest';
import { fillSentenceText } from './fill-sentence-text.ts';

describe('fillSentenceText', () => {
  it('puts a text at each name', () => {
    expect(fillSentenceText('{value} traces take {amount} longer.', { value: '凶', amount: '1.00 s' })).toBe(
      '凶 traces take 1.00 s longer.',
    );
  });

  it('leaves a text as it is though it looks like a name', () => {
    expect(fillSentenceText('{value} by {amount}', { value: '{amount}', amount: '$&' })).toBe('{amount} by $&');
  });

  it('leaves a name that is not given as it is written', () => {
    expect(fillSentenceText('{value} of {n}', { n: '3' })).toBe('{value} of 3');
  });

  it('leaves a sentence without a name as it is', () => {
    expect(fillSentenceText('p < 0.001', {})).toBe('p < 0.001');
    expect(fillSentenceText('', { value: 'x' })).toBe('');
  });
});
