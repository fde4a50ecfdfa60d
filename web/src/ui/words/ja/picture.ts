import type { Words } from '../words.ts';

export const picture: Words['picture'] = {
  label: '画像',
  copyPng: 'PNG としてコピー',
  savePng: 'PNG として保存',
  saveSvg: 'SVG として保存',
  copied: 'コピーしました',
  failed: 'ブラウザーが許可しませんでした',
};
