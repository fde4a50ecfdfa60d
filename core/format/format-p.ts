const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;
/** Below this the last digits of a double, and of our tails, are no longer worth printing. */
const SMALLEST = 1e-300;

/**
 * A p-value as a clause: `p = 0.031`, below a thousandth by the power of ten above it: `p < 10⁻⁴⁶`. Two digits, more where two would
 * read 0.050 and hide on which side of it p is; `p > 0.99` rather than a rounded 1.
 */
export function formatP(p: number): string {
  if (p < 0.001) return `p < 10\u207b${superscript(-upperPowerOfTen(Math.max(p, SMALLEST / 10)))}`;
  if (p === 1) return 'p = 1';
  if (p > 0.99) return 'p > 0.99';
  for (const digits of [2, 3, 4]) {
    const text = p.toPrecision(digits);
    if (p === 0.05 || Number(text) !== 0.05) return `p = ${text}`;
  }
  return p < 0.05 ? 'p < 0.05' : 'p > 0.05';
}

/** The smallest e with p < 10ᵉ. Read from the decimal form, where a logarithm would slip at exact powers. */
function upperPowerOfTen(p: number): number {
  return Number(p.toExponential().split('e')[1]) + 1;
}

function superscript(positive: number): string {
  return [...String(positive)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
}
