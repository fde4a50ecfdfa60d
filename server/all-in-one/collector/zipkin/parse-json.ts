/** Far more than any span has, and far less than what would cost memory. */
const MAX_DEPTH = 32;
/** Lists and objects: as many as 16 MiB of ordinary spans hold, where the shortest that can be written would be millions. */
const MAX_CONTAINERS = 1_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/**
 * Reads JSON that is at most 32 lists and objects deep, and has at most a million of them. Whatever else is wrong is said in the
 * words of JavaScript.
 */
export function parseJson(text: string): ParsedJson {
  const { depth, containers } = shapeOf(text);
  if (depth > MAX_DEPTH) return { ok: false, message: 'exceeded max depth' };
  if (containers > MAX_CONTAINERS) return { ok: false, message: 'too many lists and objects' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Go begins its messages in lower case: for a body that is cut short the two are then the same.
    return { ok: false, message: message.charAt(0).toLowerCase() + message.slice(1) };
  }
}

/** How deep brackets and braces outside of strings go, and how many there are; of text that is no JSON, some numbers. */
function shapeOf(text: string): { readonly depth: number; readonly containers: number } {
  let deepest = 0;
  let containers = 0;
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
      containers++;
      current++;
      if (current > deepest) deepest = current;
    } else if (code === 0x5d || code === 0x7d) {
      current--;
    }
  }
  return { depth: deepest, containers };
}
