/**
 * An annotation as one text, `key=value`, for the Arrow form: readable in DuckDB and pandas, one to one.
 * In the key a backslash stands before `=` and `\`; the value is as it is.
 */
export function annotationToText(key: string, value: string): string {
  return `${key.replaceAll('\\', '\\\\').replaceAll('=', '\\=')}=${value}`;
}

/** What `annotationToText` was given. Throws a RangeError where the text has no unescaped `=`. */
export function annotationFromText(text: string): { readonly key: string; readonly value: string } {
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '=') return { key, value: text.slice(i + 1) };
    if (character === '\\') i++;
    key += text.charAt(i);
  }
  throw new RangeError(`no key in the annotation ${JSON.stringify(text)}`);
}
