const MOST_LETTERS = 120;

/**
 * A text out of a trace as a page or a terminal may show it: on one line, of bounded length, and with signs for the characters that
 * are not seen but steer a terminal, turn the direction of what follows, or make two values look the same: `↵`, `⟨U+202E⟩`. A text of blanks alone stands in quotes.
 */
export function shownText(text: string, mostLetters = MOST_LETTERS): string {
  if (text.length <= mostLetters && !UNSEEN.test(text)) return text !== '' && text.trim() === '' ? `"${text}"` : text;
  const letters = [...text.slice(0, 2 * mostLetters)];
  const isWhole = text.length <= 2 * mostLetters && letters.length <= mostLetters;
  const shown = (isWhole ? letters : letters.slice(0, mostLetters)).join('').replaceAll(EVERY_UNSEEN, signOf);
  return isWhole ? shown : `${shown}…`;
}

/** Controls, marks and overrides of direction, separators of lines, what has no width but is no part of a letter, halves of pairs. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');

function signOf(character: string): string {
  if (character === '\n') return '↵';
  if (character === '\t') return '⇥';
  return `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
