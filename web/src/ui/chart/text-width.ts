/**
 * About how wide a text is, in px, without asking the browser: Han and kana take a full em, figures and letters of Inter about
 * what is listed here. Good to some percent, which is enough to keep labels apart and testable without a DOM.
 */
export function textWidth(text: string, fontPx: number, isBold = false): number {
  let em = 0;
  for (const character of text) em += widthInEm(character);
  return em * fontPx * (isBold ? 1.06 : 1);
}

function widthInEm(character: string): number {
  if (character >= '\u2e80') return 1;
  if (/[0-9+\u2212=<>≤≥]/.test(character)) return 0.64;
  if (/[A-Zmw@%◆]/.test(character)) return 0.76;
  if (/[\s\u202f.,:;'|()[\]ijlI/·-]/.test(character)) return 0.33;
  return 0.57;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, fontPx: number, maxPx: number): string {
  if (textWidth(text, fontPx) <= maxPx) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontPx) > maxPx) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
