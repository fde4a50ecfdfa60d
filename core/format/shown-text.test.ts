import { expect, it } from 'vitest';
import { shownText } from './shown-text.ts';

it('shows a text as it is where it is all to be seen', () => {
  expect(shownText('残念でした 👨‍👩‍👧 é')).toBe('残念でした 👨‍👩‍👧 é');
  expect(shownText('x'.repeat(120))).toBe('x'.repeat(120));
});

it('quotes what is blank, but not what is empty', () => {
  expect(shownText('  ')).toBe('"  "');
  expect(shownText('')).toBe('');
});

it('shows a long text in part, and no half of a letter', () => {
  expect(shownText('x'.repeat(121))).toBe(`${'x'.repeat(120)}…`);
  expect(shownText('😀'.repeat(100))).toBe('😀'.repeat(100));
  expect(shownText('😀'.repeat(100_000))).toBe(`${'😀'.repeat(120)}…`);
  expect(shownText('abc', 2)).toBe('ab…');
});

it.each([
  ['\n', '↵'],
  ['\r\n', '⟨U+000D⟩↵'],
  ['\t', '⇥'],
  ['\u0000', '⟨U+0000⟩'],
  ['\u001b', '⟨U+001B⟩'],
  ['\u007f', '⟨U+007F⟩'],
  ['\u009b', '⟨U+009B⟩'],
  ['\u200b', '⟨U+200B⟩'],
  ['\u200f', '⟨U+200F⟩'],
  ['\u2028', '⟨U+2028⟩'],
  ['\u202e', '⟨U+202E⟩'],
  ['\u2067', '⟨U+2067⟩'],
  ['\ufeff', '⟨U+FEFF⟩'],
  ['\ud800', '⟨U+D800⟩'],
])('shows a sign for what cannot be seen: %j', (text, sign) => expect(shownText(`a${text}b`)).toBe(`a${sign}b`));

it('shows signs in a long text too', () => {
  expect(shownText(`\u202e${'x'.repeat(200)}`)).toBe(`⟨U+202E⟩${'x'.repeat(119)}…`);
});
