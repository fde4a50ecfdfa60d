import { formatCount } from '#core/format/format-count.ts';
import type { LateWords } from '../words.ts';

export const overTime: LateWords['overTime'] = {
  captionTraces: '各トレースの開始時刻と所要時間。ドラッグで範囲を選択できます。',
  captionHeatmap: '開始時刻と所要時間ごとのトレース数。濃いほど多く、印はハイライトです。ドラッグで選択できます。',
  captionHeatmapTable: (label) => `所要時間と開始ごとのトレース数と、その中の ${label} の割合`,
  crowd: (traces, highlighted, share, label) =>
    `ここに ${traces} 件${label === undefined ? '' : `、うち ${label} ${highlighted} 件 (${share})`}`,
  caption: (step) => `太線 p50、細線 p95、${step}ごと。帯は 95 % 区間、空きは 6 件未満`,
  name: (traces, step, from, to) =>
    `${formatCount(traces)} 件のトレースのレイテンシーの p50 と p95、${step}ごと、${from}〜${to}。`,
  cursor: '分位数を読む時間の区間',
  keys: '矢印キーで区間を移動し、Enter かスペースでその区間のトレースを選択します。',
  table: '時間ごとの分位数',
  part: '開始',
  noTrace: 'トレースなし',
  tooFew: '少なすぎます',
  traces: (n) => `${n} 件`,
};
