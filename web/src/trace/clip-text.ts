/** The beginning of a text, at most `most` UTF-16 units of at most `mostLines` lines, never half a character; the text itself if it is short. */
export function clipText(text: string, most: number, mostLines: number): string {
  let end = Math.min(most, text.length);
  for (let line = 0, from = 0; line < mostLines; line++) {
    const at = text.indexOf('\n', from);
    if (at === -1 || at >= end) break;
    if (line === mostLines - 1) end = at;
    from = at + 1;
  }
  const isHalf = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return text.slice(0, isHalf ? end - 1 : end);
}
