import { formatCount } from '#core/format/format-count.ts';
import type { LateWords } from '../words.ts';

export const panels: LateWords['panels'] = {
  name: (traces, panels) =>
    `${formatCount(traces)} 件のトレースのレイテンシーの分布、同じ目盛りの ${formatCount(panels)} 面。`,
};
