import type { LateWords } from '../words.ts';

export const inContrast: LateWords['inContrast'] = {
  fewTraces: (name, n) =>
    `${name} は ${n} トレースです。区間と p は正しいものの、6 件未満ではごく大きな差しか見つかりません。`,
};
