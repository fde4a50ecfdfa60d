import type { Words } from '../words.ts';

const byCode: Words['problem']['byCode'] = {
  'bad-request': {
    title: 'リクエストを理解できませんでした。',
    advice: '示された箇所を直して、もう一度お試しください。',
  },
  'not-found': { title: 'この場所には何もありません。', advice: '最初の画面に戻ってください。' },
  'trace-not-found': {
    title: 'この ID のトレースは Jaeger にありません。',
    advice: '削除されたか、まだ届いていない可能性があります。ID を確かめるか、少し待ってお試しください。',
  },
  'jaeger-unreachable': {
    title: 'Jaeger に接続できません。',
    advice:
      'Jaeger が動いているか、JAEGER_QUERY_URL が正しいか確かめてください。証明書が信頼できない場合は JAEGER_CA_FILE を設定します。',
  },
  'jaeger-timeout': {
    title: 'Jaeger が時間内に応答しませんでした。',
    advice: '期間を短くするか、リクエストごとのトレース数を減らすか、少し待ってお試しください。',
  },
  'jaeger-refused': {
    title: 'Jaeger に拒否されました。',
    advice:
      'ログインまたはテナントが必要です。JAEGER_BEARER_TOKEN、JAEGER_BASIC_AUTH、JAEGER_TENANT を設定してください。',
  },
  'jaeger-failed': {
    title: 'Jaeger が失敗を報告しました。',
    advice: 'Jaeger の言葉は下のとおりです。詳しくは Jaeger のログをご覧ください。',
  },
  'jaeger-not-jaeger': {
    title: '応答しているのは jaeger-query ではありません。',
    advice: 'JAEGER_QUERY_URL とベースパスを確かめてください。コレクターではなく query を指定します。',
  },
  'jaeger-unreadable': {
    title: 'Jaeger の応答が途中で切れたか、読み取れません。',
    advice: 'もう一度お試しください。続くようなら期間を短くしてください。',
  },
  'jaeger-too-large': {
    title: 'Jaeger の応答が大きすぎます。',
    advice: 'リクエストごとのトレース数を減らしてください。',
  },
  'draw-unavailable': {
    title: 'このダッシュボードの横でおみくじアプリは動いていません。',
    advice: 'JAEGER_QUERY_URL なしで Kuji を起動すると使えます。',
  },
  overloaded: { title: 'Kuji が混み合っています。', advice: '少し待ってお試しください。' },
  ending: { title: 'Kuji は終了するところです。', advice: '再び動き出してからお試しください。' },
  'too-many-requests': { title: 'リクエストが多すぎます。', advice: '1分後にお試しください。' },
  'host-refused': { title: 'この名前では応答しません。', advice: 'KUJI_ALLOWED_HOSTS に加えてください。' },
  'origin-refused': {
    title: '別のサイトからの要求です。',
    advice: 'Kuji を直接開くか、KUJI_ALLOWED_HOSTS を設定してください。',
  },
  internal: { title: 'Kuji 自体に不具合があります。', advice: '詳しくはログをご覧ください。' },
  'server-unreachable': { title: 'Kuji のサーバーが応答しません。', advice: '動いているか確かめてください。' },
  'server-unreadable': {
    title: '応答したのは Kuji のサーバーではありません。',
    advice: 'ページを読み込み直してください。途中に何かが挟まっている可能性があります。',
  },
  'other-version': {
    title: 'Kuji が更新されたため、このページでは応答を読み取れません。',
    advice: 'ページを読み込み直してください。',
  },
};

export const problem: Words['problem'] = {
  byCode,
  since: (clock) => `${clock} 以降、Jaeger が応答していません。`,
  stillHere: (n) => `取得済みの ${n} トレースは引き続き使えますが、新しいものは届きません。`,
  triesAgain: '数秒ごとに自動で再試行します。',
  details: '詳細',
};
