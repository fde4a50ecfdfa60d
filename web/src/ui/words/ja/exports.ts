import type { Words } from '../words.ts';

export const exports: Words['exports'] = {
  label: 'エクスポート',
  saveCsv: 'CSV',
  saveCsvHint: 'この表を CSV で保存',
};
