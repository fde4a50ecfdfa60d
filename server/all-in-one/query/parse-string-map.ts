import type { Parsed } from './go-numbers.ts';

/** A JSON object of texts, as Go reads one into `map[string]string`: `null` is an empty one, and a null value an empty text. */
export function parseStringMap(json: string): Parsed<ReadonlyMap<string, string>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  if (value === null) return { ok: true, value: new Map() };
  if (typeof value !== 'object' || Array.isArray(value)) return notOfType(value, 'map[string]string');
  const texts = new Map<string, string>();
  for (const [key, item] of Object.entries(value)) {
    if (item !== null && typeof item !== 'string') return notOfType(item, 'string');
    texts.set(key, item ?? '');
  }
  return { ok: true, value: texts };
}

function notOfType(value: unknown, goType: string): Parsed<never> {
  return { ok: false, message: `json: cannot unmarshal ${goTypeName(value)} into Go value of type ${goType}` };
}

function goTypeName(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
