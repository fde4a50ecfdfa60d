/*
 * Numbers and booleans as Go's strconv reads them, and its error texts, which jaeger-query passes on word for word.
 */

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** `strconv.ParseInt(text, 10, bits)`; with 64 bits the same as `strconv.Atoi`, which has its own name in its errors. */
export function parseGoInt(text: string, bits: 32 | 64, name: 'ParseInt' | 'Atoi' = 'ParseInt'): Parsed<bigint> {
  if (!/^[-+]?\d+$/.test(text)) return failed(name, text, 'invalid syntax');
  const value = BigInt(text.replace(/^\+/, ''));
  return value === BigInt.asIntN(bits, value) ? { ok: true, value } : failed(name, text, 'value out of range');
}

/** `strconv.ParseUint(text, 16, 64)`. */
export function parseGoHex(text: string): Parsed<bigint> {
  if (!/^[0-9a-f]+$/i.test(text)) return failed('ParseUint', text, 'invalid syntax');
  const value = BigInt(`0x${text}`);
  return value === BigInt.asUintN(64, value) ? { ok: true, value } : failed('ParseUint', text, 'value out of range');
}

/** `strconv.ParseBool(text)`. */
export function parseGoBool(text: string): Parsed<boolean> {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return { ok: true, value: true };
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return { ok: true, value: false };
  return failed('ParseBool', text, 'invalid syntax');
}

function failed(name: string, text: string, reason: string): Parsed<never> {
  return { ok: false, message: `strconv.${name}: parsing ${JSON.stringify(text)}: ${reason}` };
}
