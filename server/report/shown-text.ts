const MOST_LETTERS = 120;

/**
 * A text out of a trace as a terminal may show it: on one line, of bounded length, and without characters that steer a terminal or turn
 * the direction of what follows.
 */
export function shownText(text: string): string {
  const letters = [...text.slice(0, 2 * MOST_LETTERS).replace(STEERING, ' ')];
  const isWhole = text.length <= 2 * MOST_LETTERS && letters.length <= MOST_LETTERS;
  return isWhole ? letters.join('') : `${letters.slice(0, MOST_LETTERS).join('')}…`;
}

const STEERING = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
