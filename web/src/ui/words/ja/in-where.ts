import type { LateWords } from '../words.ts';

export const inWhere: LateWords['inWhere'] = {
  noInterval: '一方が 1 トレースだけなので平均の区間がなく、どの行も結論とはいえません。',
  fewTraces: '一方が 6 トレース未満です。区間の根拠が少なく、どの行も結論とはいえません。',
  saveCsvHint: 'この行を CSV で保存',
  path: 'ルートからの経路',
  allRows: '全行の合計',
  others: (rows) => `ほか ${rows} 行`,
  more: '増加',
  less: '減少',
  most: '差の最大部分',
};
