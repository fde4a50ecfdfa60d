import { expect, it } from 'vitest';
import { shownText } from './shown-text.ts';

it('shows a text as it is where a terminal can', () => {
  expect(shownText('残念でした 👨‍👩‍👧 é')).toBe('残念でした 👨‍👩‍👧 é');
  expect(shownText('x'.repeat(120))).toBe('x'.repeat(120));
});

it('shows a long text in part, and no half of a letter', () => {
  expect(shownText('x'.repeat(121))).toBe(`${'x'.repeat(120)}…`);
  expect(shownText('😀'.repeat(100_000))).toBe(`${'😀'.repeat(120)}…`);
});

it.each(['\n', '\r\n', '\u001b', '\u009b', '\u2028', '\u202e', '\u2067', '\u200f'])(
  'shows a blank for what steers a terminal or turns the direction of a text: %j',
  (text) => expect(shownText(`a${text}b`)).toBe('a b'),
);
