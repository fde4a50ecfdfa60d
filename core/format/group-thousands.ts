import { NARROW_SPACE } from './narrow-space.ts';

/** Decimal digits with their thousands set apart (`7310.5` → `7 310.5`) and U+2212 for a leading hyphen. */
export function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE).replace('-', '\u2212');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
