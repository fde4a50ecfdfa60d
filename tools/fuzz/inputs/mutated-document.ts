import { mutateBytes } from './mutate-bytes.ts';
import { type Json, mutateJson } from './mutate-json.ts';
import type { Random } from './random.ts';

const encoder = new TextEncoder();

/** One of the documents, its values changed, or the bytes of its text, or both. */
export function mutatedDocument(documents: readonly Json[], random: Random): Uint8Array {
  const document = random.pick(documents);
  if (random.chance(0.2)) return mutateBytes(encoder.encode(JSON.stringify(document)), random);
  const bytes = encoder.encode(mutateJson(document, random));
  return random.chance(0.1) ? mutateBytes(bytes, random) : bytes;
}
