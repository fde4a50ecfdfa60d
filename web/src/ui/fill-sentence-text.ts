const PLACEHOLDER = /\{(\w+)\}/;

/** A sentence of the catalogue with a text put at each `{name}`; for what cannot hold more than text. */
export function fillSentenceText(text: string, parts: Readonly<Record<string, string>>): string {
  return text
    .split(PLACEHOLDER)
    .map((piece, i) => (i % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)))
    .join('');
}
