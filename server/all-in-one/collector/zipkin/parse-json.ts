/** Far more than any span has, and far less than what would cost memory. */
const MAX_DEPTH = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Reads JSON that is at most 32 lists and objects deep. What is wrong is said in the words of JavaScript. */
export function parseJson(text: string): ParsedJson {
  if (depth(text) > MAX_DEPTH) return { ok: false, message: 'exceeded max depth' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Go begins its messages in lower case: for a body that is cut short the two are then the same.
    return { ok: false, message: message.charAt(0).toLowerCase() + message.slice(1) };
  }
}

/** How deep brackets and braces outside of strings go; of text that is no JSON, some number. */
function depth(text: string): number {
  let deepest = 0;
  let current = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === BACKSLASH) index++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) {
      isInString = true;
    } else if (code === 0x5b || code === 0x7b) {
      current++;
      if (current > deepest) deepest = current;
    } else if (code === 0x5d || code === 0x7d) {
      current--;
    }
  }
  return deepest;
}
