const TINY = 1e-300;
/** Two units in the last place: rounding can keep a settled fraction from coming nearer. */
const PRECISION = 2 * Number.EPSILON;
const MOST_TERMS = 1_000_000;

/** One step of a continued fraction: `numerator / (denominator + next step)`. */
export interface FractionTerm {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified method of Lentz (Thompson and Barnett 1986, J. Comput. Phys. 64).
 * @param term the pair aᵢ, bᵢ for i = 1, 2, …
 * @throws Error when it has not settled after a million terms.
 */
export function continuedFraction(first: number, term: (i: number) => FractionTerm): number {
  let value = awayFromZero(first);
  let ratioAbove = value;
  let ratioBelow = 0;
  for (let i = 1; i <= MOST_TERMS; i++) {
    const { numerator, denominator } = term(i);
    ratioBelow = 1 / awayFromZero(denominator + numerator * ratioBelow);
    ratioAbove = awayFromZero(denominator + numerator / ratioAbove);
    const factor = ratioAbove * ratioBelow;
    value *= factor;
    if (Math.abs(factor - 1) <= PRECISION) return value;
  }
  throw new Error('continued fraction does not converge');
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
