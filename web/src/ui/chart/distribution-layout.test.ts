import { describe, expect, it } from 'vitest';
import { distributionLayout } from './distribution-layout.ts';

describe('distributionLayout', () => {
  it('stands as drawn with four lanes', () => {
    expect(distributionLayout(1088, 344, 4, 90)).toEqual({
      widthPx: 1088,
      heightPx: 344,
      leftPx: 96,
      rightPx: 1068,
      topPx: 10,
      bottomPx: 322,
      curvesBottomPx: 212,
      lanesTopPx: 224,
      laneHeightPx: 24,
      isNarrow: false,
    });
  });

  it('leaves the curves two fifths of the height, however many lanes there are', () => {
    for (const lanes of [1, 5, 7, 9]) {
      const { curvesBottomPx, topPx, lanesTopPx, laneHeightPx, bottomPx } = distributionLayout(1088, 344, lanes, 90);
      expect(curvesBottomPx - topPx).toBeGreaterThanOrEqual(0.4 * 344);
      expect(lanesTopPx + lanes * laneHeightPx).toBeLessThanOrEqual(bottomPx);
    }
  });
});
