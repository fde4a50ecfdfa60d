import type { MarkShape } from './group-styles.ts';

/** Whether a mark is drawn as an outline, not filled. */
export function isHollowMark(shape: MarkShape): boolean {
  return shape === 'ring' || shape === 'box' || shape === 'delta';
}
