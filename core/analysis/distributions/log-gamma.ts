const HALF_LOG_TWO_PI = 0.9189385332046727;
/** B₂ₖ/(2k(2k − 1)), k = 1, 2, …: from x = 10 on, the first one left out is below 1e-16. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
const ASYMPTOTIC_FROM = 10;

/**
 * ln Γ(x) for x > 0, to about 1e-15: Stirling's series (Abramowitz and Stegun 1964, 6.1.41), with Γ(x) = Γ(x + 1)/x up to where it
 * converges.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < ASYMPTOTIC_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const inverseSquare = 1 / (shifted * shifted);
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) series = series * inverseSquare + STIRLING[k]!;
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series / shifted - Math.log(product);
}
