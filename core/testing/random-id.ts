/** `digits` lower-case hex digits, not all zero. */
export function randomId(random: () => number, digits: 16 | 32): string {
  let id = '';
  while (id.length < digits) {
    id += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return /[^0]/.test(id) ? id : randomId(random, digits);
}
