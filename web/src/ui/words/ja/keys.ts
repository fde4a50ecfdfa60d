import type { Words } from '../words.ts';

export const keys: Words['keys'] = {
  title: 'レイテンシーを説明するもの',
  lead: 'アノテーションを ε²（順位の変動のうち説明できる割合）の順に',
  leadSample: '標本による ε² の順です。すべてのトレースを調べています',
  search: 'キーと値を検索',
  scopes: { event: 'イベント', tag: 'タグ', resource: 'リソース', trace: 'トレース' },
  values: (n) => `${n} 個の値`,
  onTraces: (share) => `トレースの ${share} にあり`,
  setAside: '対象外',
  oneValue: '値が 1 つ',
  uniqueValues: (n) => `${n} 種類の値`,
  noDifference: '差なし',
  tooFew: '件数不足',
  slowerWithMore: '大きいほど遅い',
  fasterWithMore: '大きいほど速い',
  sameSplit: (key, more) => `${key}${more === 0 ? '' : ` ほか ${more} 件`} と同じ分け方`,
  sameTraces: (n, annotation) => `${annotation} と同じ ${n} トレース`,
  folded: (n) => `呼び出しの有無がほかに ${n} 件（検索できます）`,
  foundValues: '値',
  none: 'アノテーションはまだありません',
  help: (explained, most, n, p, adjusted) =>
    `ε² は ${explained}（この大きさのグループで最大 ${most}）、${n} トレース、${p}、補正後 ${adjusted}。レイテンシーの順位がこのキーとどれだけ連動するかで、原因とは限りません。`,
};
