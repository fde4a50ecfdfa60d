/** Every interval is two-sided with 95 % confidence: this much is left on each side. */
export const TAIL = 0.025;
/** Φ⁻¹(1 − TAIL). */
export const NORMAL_QUANTILE = 1.959963984540054;
