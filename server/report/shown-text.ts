const MOST_LETTERS = 120;

/**
 * A text out of a trace as a terminal may show it: on one line, of bounded length, and without characters that steer a terminal or turn
 * the direction of what follows.
 */
export function shownText(text: string, mostLetters = MOST_LETTERS): string {
  const letters = [...text.slice(0, 2 * mostLetters).replace(STEERING, ' ')];
  const isWhole = text.length <= 2 * mostLetters && letters.length <= mostLetters;
  return isWhole ? letters.join('') : `${letters.slice(0, mostLetters).join('')}…`;
}

const STEERING = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
