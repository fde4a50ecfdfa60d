/** Beyond these digits a text is an id rather than a quantity, and a double would not hold it. */
const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?(e[+-]?\d{1,3})?$/i;

/** The number that a value stands for; NaN for a value that is none. `007` is a name and no number. */
export function numberOfText(text: string): number {
  return DECIMAL.test(text) && !/^-?0\d/.test(text) ? Number(text) : Number.NaN;
}
