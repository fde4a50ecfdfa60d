import type { MarkShape } from './group-styles.ts';

/**
 * The outline of a mark around (`xPx`, `yPx`) as an SVG path; also for `Path2D`. `radiusPx` is half its height. Outlines can be
 * strung together to one path.
 */
export function markPath(shape: MarkShape, radiusPx: number, xPx = 0, yPx = 0): string {
  const x = (factor: number) => rounded(xPx + radiusPx * factor);
  const y = (factor: number) => rounded(yPx + radiusPx * factor);
  switch (shape) {
    case 'diamond':
      return `M${x(0)} ${y(-1.15)}L${x(1.15)} ${y(0)}L${x(0)} ${y(1.15)}L${x(-1.15)} ${y(0)}Z`;
    case 'disc':
    case 'ring': {
      const arc = `A${rounded(radiusPx * 0.9)} ${rounded(radiusPx * 0.9)} 0 1 1`;
      return `M${x(-0.9)} ${y(0)}${arc} ${x(0.9)} ${y(0)}${arc} ${x(-0.9)} ${y(0)}Z`;
    }
    case 'square':
    case 'box':
      return `M${x(-0.8)} ${y(-0.8)}H${x(0.8)}V${y(0.8)}H${x(-0.8)}Z`;
    case 'triangle':
    case 'delta':
      return `M${x(0)} ${y(-1)}L${x(1)} ${y(0.85)}H${x(-1)}Z`;
  }
}

/** Marks are a few pixels large: hundredths are enough, and a thousand of them stay short. */
function rounded(px: number): number {
  return Math.round(px * 100) / 100;
}
