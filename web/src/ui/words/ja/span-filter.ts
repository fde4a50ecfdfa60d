import type { Words } from '../words.ts';

const WHAT = { tags: 'タグ', durations: '所要時間', both: 'タグと所要時間' } as const;

export const spanFilter: Words['spanFilter'] = {
  label: 'スパンの条件',
  title: '次のスパンを含むトレースだけ',
  help: 'サービスの 1 つのスパンが、すべてのタグと所要時間の条件を満たすものです。そのトレース全体を読み込みます。Jaeger にはそれ以外を求めません。',
  tags: 'スパンのタグ',
  tagsExample: 'error=true http.url="a b"',
  tagsHint: 'スパン、イベント、リソースから探します。書き方は Jaeger の UI と同じです。Enter で追加します。',
  removeTag: (tag) => `${tag} を外す`,
  shortest: 'スパンの所要時間の下限',
  longest: '上限',
  durationExample: '100ms',
  durationHint: 'トレースではなく、そのスパンの所要時間です。1.2s、100ms、500us のように書きます。',
  apply: '適用',
  clear: 'すべて解除',
  noKey: (near) => `「${near}」の前にキーがありません。key=value の形で書いてください`,
  noValue: (near) => `「${near}」に値がありません。${near}=true のように書いてください`,
  openQuote: (near) => `引用符が閉じていません: ${near}`,
  repeatedKey: (near) => `1 つのキーに値は 1 つだけです: ${near}`,
  tooMany: (most) => `タグは ${most} 個までです`,
  tooLong: (most) => `全体で ${most} 文字までです`,
  notADuration: '1.2s、100ms、500us のように単位を付けてください',
  lessThanShortest: '下限以上にしてください',
  applied: (conditions) => `スパンの条件 ${conditions}`,
  joiner: '、',
  filteredHere: 'Kuji で絞り込み',
  filteredHereHint: (what) =>
    `この Jaeger は、ここでいう意味での${WHAT[what]}による絞り込みができません。すべてを受け取って Kuji が絞り込むため、読み込む量が増えます。`,
};
