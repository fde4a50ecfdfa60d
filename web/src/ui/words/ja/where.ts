import { formatCount } from '#core/format/format-count.ts';
import type { Words } from '../words.ts';

export const where: Words['where'] = {
  caption: (countA, countB) =>
    `トレースあたりの平均クリティカルパス時間: {a}（${formatCount(countA)}）から {b}（${formatCount(countB)}）を引いた値。行の合計は正確に {total} です。`,
  tab: '内訳',
  rest: '残り',
  table: '差の内訳',
  operation: 'オペレーション',
  difference: '差',
  bar: '減少と増加',
  moreCalls: '呼び出し増',
  slowerCalls: '1 回が遅い',
  calls: '回数',
  example: 'トレースを開く',
  openExample: (group, path) => `${group} の典型的なトレースを開く: ${path}`,
  onlyIn: (group) => `${group} のみ`,
  gone: '消失',
  noLongerWaitedFor: '待ちから外れた',
  noLongerWaitedForExplained:
    '呼び出しは続いていますが、クリティカルパスから外れました。速くなったのではなく、ほかの処理が長くなっています。',
  folded: (rows, threshold) => `差が ${threshold} 以下の ${formatCount(rows)} 行は省略`,
  beyond: (rows) => `ほか ${formatCount(rows)} 行`,
  showAll: 'すべて表示',
  showMore: (rows) => `さらに ${formatCount(rows)} 行を表示`,
  fold: '小さい行を省略',
  width: '幅:',
  meanIn: (group) => `${group} の平均`,
  icicle: (group) => `オペレーションのアイシクル図。幅は ${group} の平均（呼び出し先を含む）`,
  cell: (group, path, mean, difference, own) =>
    `${path}: ${group} では呼び出し先を含めて ${mean}、差 ${difference}、うち自身 ${own}`,
  icicleNote: (group) =>
    `幅は ${group} の平均クリティカルパス時間（子を含む）、色は増えた場所。消えたもの、待ちから外れたものは幅がないため表にのみ載せます。`,
  extraGoes: (amount) => `増えた ${amount} の内訳`,
  savedComesFrom: (amount) => `減った ${amount} の内訳`,
  meanCriticalPath: '平均、クリティカルパス',
  nothingToCompare: '比較対象がありません。すべてのトレースが同じグループです。',
  loading: 'クリティカルパスを比較しています…',
};
