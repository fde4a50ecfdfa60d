import type { Sort } from '#core/analysis/explore-question.ts';
import { formatCount } from '#core/format/format-count.ts';
import type { Words } from '../words.ts';

export const list: Words['list'] = {
  heading: 'トレース',
  caption: (count, sort) => `${formatCount(count)} 件、${order(sort)}`,
  captionPicked: (picked, included, sort) =>
    `${formatCount(included)} 件中 ${formatCount(picked)} 件を選択中、${order(sort)}`,
  time: '時刻',
  root: 'ルート',
  duration: '所要時間',
  annotations: 'アノテーション',
  spans: 'スパン',
  errors: 'エラー',
  waterfall: 'スパン（独自の時間軸）',
  sortBy: (column) => `${column}で並べ替え`,
  spanCount: (count) => `${formatCount(count)} スパン`,
  errorCount: (count) => `エラー ${formatCount(count)} 件`,
  more: (count) => `ほか ${formatCount(count)} 件のアノテーション`,
  open: (root, time, duration) => `${time} のトレース ${root}（${duration}）を開く`,
  arrived: '到着',
  highlighted: 'ハイライト中',
  keysMove: '移動',
  keysOpen: '開く',
  keysNext: (highlight) => `次の ${highlight}`,
  nothing: 'フィルターに合うトレースはありません。',
};

function order({ column, direction }: Sort): string {
  const isUp = direction === 'ascending';
  switch (column) {
    case 'time':
      return isUp ? '古い順' : '新しい順';
    case 'duration':
      return isUp ? '速い順' : '遅い順';
    case 'root':
      return isUp ? 'ルート順' : 'ルートの逆順';
    case 'spans':
      return isUp ? 'スパンの少ない順' : 'スパンの多い順';
    case 'errors':
      return isUp ? 'エラーの少ない順' : 'エラーの多い順';
    case 'group':
      return isUp ? 'アノテーション順' : 'アノテーションの逆順';
  }
}
