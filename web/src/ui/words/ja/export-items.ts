import type { LateWords } from '../words.ts';

export const exportItems: LateWords['exportItems'] = {
  included: (n) => `表示中の ${n} トレース`,
  picked: (n, all) => `${all} トレース中、選択した ${n} 件`,
  markdown: '結果と表を Markdown でコピー',
  markdownHolds: (n) => `文、数値、${n} 値の表、リンク`,
  csv: '値の表（CSV）',
  csvHolds: (n) => `${n} 値、時間は µs`,
  arrow: 'スパン（Arrow）',
  arrowHolds: (scope) => `${scope}、DuckDB・pandas・Polars 用`,
  jaegerJson: 'トレース（Jaeger JSON）',
  jaegerJsonHolds: (scope) => `${scope}、リンク・型・スパン ID は含まれません`,
  writing: (name) => `${name} を書き出しています…`,
  saved: (name) => `${name} に保存しました`,
  tooLarge: (mebibytes) =>
    `${mebibytes} MiB を超えるため保存できません。フィルターをかけるか、トレースを選択して減らしてください。`,
  changed: '別のトレースを読み込み中のため保存できません。読み込み後にもう一度お試しください。',
  failed: (reason) => `保存できませんでした: ${reason}`,
};
