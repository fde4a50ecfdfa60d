import { describe, expect, it } from 'vitest';
import type { Points } from '#core/analysis/explore-answer.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { pointLayers } from './point-layers.ts';

function style(role: GroupStyle['role'], color: string): GroupStyle {
  return { role, color, textColor: color, mark: 'disc', dash: undefined };
}

function points(group: readonly number[], isPicked: readonly number[]): Points {
  const zeros = new Float64Array(group.length);
  return {
    trace: Int32Array.from(group.keys()),
    time: zeros,
    latency: zeros,
    group: Int32Array.from(group),
    isPicked: Uint8Array.from(isPicked),
  };
}

const styles = [style('highlight', 'red'), style('slot', 'teal'), style('other', 'grey'), style('other', 'grey')];

const draw = (...args: Parameters<typeof points>): string[] =>
  pointLayers(points(...args), styles).map(
    ({ style: { color }, isDimmed, indices }) => `${color}${isDimmed ? ' dimmed' : ''}: ${indices.join(' ')}`,
  );

describe('pointLayers', () => {
  it('paints Other lowest and the highlight last, groups of one look together', () => {
    expect(draw([0, 1, 2, 3, 1], [1, 1, 1, 1, 1])).toEqual(['grey: 2 3', 'teal: 1 4', 'red: 0']);
  });

  it('paints what is not picked below what is', () => {
    expect(draw([0, 0, 1, 1], [1, 0, 1, 0])).toEqual(['teal dimmed: 3', 'red dimmed: 1', 'teal: 2', 'red: 0']);
  });

  it('is fainter where points crowd', () => {
    const crowd = pointLayers(points(new Array(20_000).fill(1), new Array(20_000).fill(1)), styles);
    expect(crowd[0]!.opacity).toBeLessThan(0.5);
  });
});
