import { formatCount } from '#core/format/format-count.ts';
import type { Words } from '../words.ts';

export const values: Words['values'] = {
  heading: (key) => `${key} の値`,
  headingSides: '二つの側',
  caption: '推定値と 95 % 信頼区間。各値を残りと比較',
  captionWithout: (highlight) => `推定値と 95 % 信頼区間。各値を残り（${highlight} を除く）と比較`,
  captionNothing: '推定値と 95 % 信頼区間',
  value: '値',
  count: 'n',
  share: '割合',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  shift: 'シフト',
  verdict: '判定',
  none: '（なし）',
  noneExplained: (key) => `${key} のないトレース`,
  several: '（複数）',
  severalExplained: (key) => `${key} の値が 2 つ以上あるトレース`,
  emptyValue: '（空）',
  sides: { A: 'A', B: 'B', after: '以後', before: '以前' },
  derivedKeys: {
    root: 'ルートのオペレーション',
    spans: 'スパン数',
    error: 'エラーの有無',
    services: 'サービス',
    hour: '時間帯',
    half: '期間の前半・後半',
  },
  derivedCall: (call: string) => `${call} の呼び出し`,
  eventName: 'イベント名',
  highlighted: 'ハイライト中',
  leftOut: '除外中',
  verdicts: {
    'clearly-slower': '明らかに遅い',
    'clearly-faster': '明らかに速い',
    'possibly-slower': '遅い可能性あり',
    'possibly-faster': '速い可能性あり',
    'no-difference': '差は見られない',
    'too-few': '件数不足',
  },
  tooFewExplained: 'どちらかが 6 件未満のため、判断できません',
  noRest: '比較対象なし',
  choose: (value) => `${value}: 操作を選択`,
  highlight: 'ハイライト',
  only: 'この値だけにする',
  leaveOut: 'この値を除外',
  putBack: '元に戻す',
  showAll: (count) => `全 ${formatCount(count)} 値を表示`,
  showFewer: '表示を減らす',
  filters: 'フィルター',
  filterIs: (key, groups) => `${key} が ${joinOr(groups)}`,
  filterIsNot: (key, groups) => `${key} が ${joinOr(groups)} 以外`,
  filterBox: (from, to, min, max) => `${from}–${to}、${min}–${max}`,
  removeFilter: (filter) => `フィルターを解除: ${filter}`,
  clearAll: 'すべて解除',
  counts: (included, loaded) => `${formatCount(loaded)} トレース中 ${formatCount(included)}`,
};

const MAX_NAMED = 4;

function joinOr(names: readonly string[]): string {
  if (names.length > MAX_NAMED) {
    return `${names.slice(0, MAX_NAMED - 1).join('・')} ほか ${formatCount(names.length - MAX_NAMED + 1)} 値`;
  }
  return names.join('・');
}
