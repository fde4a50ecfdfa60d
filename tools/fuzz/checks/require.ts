/** A rule that what was read has broken. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

/** @throws BrokenRule */
export function require(holds: boolean, rule: string): void {
  if (!holds) throw new BrokenRule(rule);
}
