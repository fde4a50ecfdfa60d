/** U+202F, narrow and unbreakable: stands between a number and its unit, and between thousands. */
export const NARROW_SPACE = '\u202f';
