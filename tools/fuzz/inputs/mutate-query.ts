import type { Random } from './random.ts';

/** Values of parameters that a reader could stumble over, escaped as they stand in an address. */
const VALUES = [
  ...['', '0', '-1', '1', '1.5', '1e3', '1e999', 'NaN', 'Infinity', '0x10', '9007199254740993', '99999999999999999999'],
  ...['%', '%zz', '%ff', '%00', '%F0%9F%8E%B2', '%ED%A0%80', '+', '%2B', '%26', '%3D', '"', '%22', '\\', "'", '<b>'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '[]',
    '{}',
    '%7B%22a%22%3A%22b%22%7D',
    '{"__proto__":"x"}',
    '[object Object]',
  ],
  ...[
    'a=b',
    'a%3D%22b',
    'k%3Dv%20k%3Dw',
    'event:omikuji=%E5%87%B6',
    'tag:%5C%5C:a=b',
    'box:1,2,3,4',
    'instant:1',
    '1,2,3,4',
  ],
  ...['1h', '5s', '1d', '-1h', '999999d', '1us', '0.1ms', '1h2m', '2026-11-23T09:00:00Z', '2026-02-30T25:61:61+99:99'],
  ...['abcdef', 'ABCDEF0123456789', 'g', 'f'.repeat(32), 'f'.repeat(33), 'x'.repeat(2000), 'true', 'false', 'null'],
] as const;

/** A value, at times two of them written together. */
function anyValue(random: Random): string {
  return random.chance(0.8) ? random.pick(VALUES) : `${random.pick(VALUES)}${random.pick(VALUES)}`;
}

/** Parameters as they stand in an address, with some of `names`, some given twice, and some that nobody knows. */
export function anyQuery(good: readonly string[], names: readonly string[], random: Random): string {
  const parts = random.pick(good).split('&');
  for (let changes = random.below(6); changes > 0; changes--) {
    const at = random.below(parts.length);
    const name = random.chance(0.9) ? random.pick(names) : random.pick(['__proto__', 'constructor', '', '%zz', 'a[b]']);
    switch (random.below(5)) {
      case 0:
        parts.splice(at, 1);
        break;
      case 1:
        parts.push(`${name}=${anyValue(random)}`);
        break;
      case 2:
        parts[at] = `${parts[at]?.split('=')[0] ?? ''}=${anyValue(random)}`;
        break;
      case 3:
        parts[at] = cutOrDoubled(parts[at] ?? '', random);
        break;
      default:
        parts.push(name);
    }
  }
  return parts.join('&');
}

function cutOrDoubled(text: string, random: Random): string {
  const at = random.below(text.length);
  return random.chance(0.5) ? text.slice(0, at) : `${text.slice(0, at)}${random.pick(VALUES)}${text.slice(at)}`;
}
