import type { Points } from '#core/analysis/explore-answer.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';

/** Points that look alike. */
export interface PointLayer {
  readonly id: string;
  readonly style: GroupStyle;
  /** Outside a picked box. */
  readonly isDimmed: boolean;
  readonly radiusPx: number;
  /** Of each mark; what is dimmed is so on top of that. */
  readonly opacity: number;
  readonly indices: readonly number[];
}

const ORDER: { readonly [role in GroupStyle['role']]: number } = { other: 0, slot: 1, highlight: 2 };
/** Opacity of everything outside a picked box, taken together: where marks overlap they must not add up again. */
export const DIMMED = 0.55;

const CROWD = 1_500;

/**
 * The points by look, in the order to paint them: what is outside the box first; within that *Other* lowest and the highlight on
 * top.
 *
 * @param styles parallel to the groups that `points.group` counts
 */
export function pointLayers(points: Points, styles: readonly GroupStyle[]): readonly PointLayer[] {
  const layers = new Map<string, { style: GroupStyle; isDimmed: boolean; indices: number[] }>();
  for (let i = 0; i < points.group.length; i++) {
    const style = styles[points.group[i]!]!;
    const isDimmed = points.isPicked[i] === 0;
    const id = `${style.role} ${style.color} ${style.mark} ${isDimmed ? 'dimmed' : ''}`;
    const layer = layers.get(id);
    if (layer === undefined) layers.set(id, { style, isDimmed, indices: [i] });
    else layer.indices.push(i);
  }
  const rank = (layer: { style: GroupStyle; isDimmed: boolean }): number =>
    (layer.isDimmed ? 0 : 3) + ORDER[layer.style.role];
  return [...layers]
    .map(([id, layer]) => ({
      id,
      ...layer,
      radiusPx: layer.style.role === 'highlight' ? 4.3 : 3.2,
      opacity: opacityOf(layer.style, points.group.length),
    }))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Where points crowd, each is fainter, so that denser places stay darker; the highlight not as much. */
function opacityOf({ role }: GroupStyle, points: number): number {
  const crowd = Math.min(1, (CROWD / Math.max(1, points)) ** 0.35);
  return role === 'highlight' ? Math.max(0.5, crowd) : 0.8 * crowd;
}
