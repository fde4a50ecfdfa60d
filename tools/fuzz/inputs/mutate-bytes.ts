import type { Random } from './random.ts';

const encoder = new TextEncoder();

/** What breaks readers: ends of numbers, lengths, names of prototypes, half characters. */
const TOKENS: readonly Uint8Array[] = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\\u',
    '\\ud800',
    'null',
    '-',
    '1e999',
    '1E-999',
    '\u0000',
    '\ufeff',
    '🎲',
  ],
  ...[
    '"__proto__"',
    '"constructor"',
    '9007199254740993',
    '-1',
    '18446744073709551615',
    '0x',
    '%',
    '%zz',
    '&',
    '=',
    '+',
  ],
].map((text) => encoder.encode(text));
const BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff, 0xfe, 0x0a, 0x22, 0x5c, 0x7b, 0x5b] as const;

/** One to eight changes anywhere. */
export function mutateBytes(input: Uint8Array, random: Random): Uint8Array {
  let bytes = input;
  for (let changes = 1 + random.below(random.chance(0.5) ? 2 : 8); changes > 0; changes--)
    bytes = change(bytes, random);
  return bytes;
}

function change(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const length = random.below(Math.min(bytes.length - at, random.chance(0.8) ? 16 : 4096) + 1);
  switch (random.below(8)) {
    case 0:
      return replaced(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
    case 1:
      return replaced(bytes, at, Uint8Array.of(random.pick(BYTES)));
    case 2:
      return spliced(bytes, at, length, new Uint8Array());
    case 3:
      return spliced(bytes, at, 0, random.pick(TOKENS));
    case 4:
      return spliced(bytes, at, length, random.pick(TOKENS));
    case 5:
      return spliced(bytes, random.below(bytes.length), 0, bytes.subarray(at, at + length));
    case 6:
      return random.chance(0.3) ? bytes.subarray(0, at) : bytes;
    default:
      return replaced(
        bytes,
        at,
        Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256)),
      );
  }
}

function replaced(bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(by.subarray(0, Math.max(0, copy.length - at)), at);
  return copy;
}

function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - removed + added.length);
  result.set(bytes.subarray(0, at));
  result.set(added, at);
  result.set(bytes.subarray(at + removed), at + added.length);
  return result;
}
