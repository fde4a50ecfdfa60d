const MAX_QUOTED_CHARACTERS = 300;

/** Text that a server sent, as it may be told: bounded, and by its kind where it is a page or nothing. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '(nothing)';
  if (trimmed.startsWith('<')) return '(a page of HTML)';
  return trimmed.slice(0, MAX_QUOTED_CHARACTERS);
}
