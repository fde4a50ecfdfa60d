const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/**
 * An id for the `ordinal`-th further span that came with `id`: 16 hex digits that depend on these two alone, so that a
 * link to the span still holds when the trace has grown, unless `isTaken` says that a span of the trace has it.
 *
 * FNV-1a, 64 bits.
 */
export function derivedSpanId(id: string, ordinal: number, isTaken: (id: string) => boolean): string {
  let hash = FNV_OFFSET;
  for (const character of `${id}#${ordinal}`) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * FNV_PRIME) & MASK;
  }
  let derived = toHex(hash);
  while (isTaken(derived)) {
    hash = (hash + 1n) & MASK;
    derived = toHex(hash);
  }
  return derived;
}

function toHex(value: bigint): string {
  return value.toString(16).padStart(16, '0');
}
