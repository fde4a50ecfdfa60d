import type { Words } from '../words.ts';

export const connection: Words['connection'] = {
  jaeger: 'Jaeger',
  states: {
    unknown: '未接続',
    answers: '応答あり',
    fails: '応答なし',
    dropped: '一部破棄',
    'server-away': 'Kuji の応答なし',
  },
  title: 'Jaeger との接続',
};
