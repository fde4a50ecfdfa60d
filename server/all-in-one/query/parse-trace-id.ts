import { type Parsed, parseGoHex } from './go-numbers.ts';

/** A trace id of up to 32 hex digits, in any case and without leading zeros if one likes, as 32 lower-case digits. */
export function parseTraceId(text: string): Parsed<string> {
  if (text.length > 32) {
    return { ok: false, message: `TraceID cannot be longer than 32 hex characters: ${text}` };
  }
  const [highText, lowText] = text.length > 16 ? [text.slice(0, -16), text.slice(-16)] : ['0', text];
  const high = parseGoHex(highText);
  if (!high.ok) return high;
  const low = parseGoHex(lowText);
  if (!low.ok) return low;
  return { ok: true, value: ((high.value << 64n) | low.value).toString(16).padStart(32, '0') };
}

/** The same for the id in a path, where 2.20 takes base64 of 16 bytes too. */
export function parsePathTraceId(text: string): Parsed<string> {
  const hex = parseTraceId(text);
  if (hex.ok || text.length > 24) return hex;
  const bytes = Buffer.from(text, 'base64');
  if (text.length === 24 && bytes.length === 16) return { ok: true, value: bytes.toString('hex') };
  return text.length < 16 ? { ok: false, message: 'invalid length for TraceID' } : hex;
}
