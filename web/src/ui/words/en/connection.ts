export const connection = {
  jaeger: 'Jaeger',
  /** Each follows the name: "Jaeger: answers". */
  states: {
    unknown: 'not asked yet',
    answers: 'answers',
    fails: 'fails',
    dropped: 'dropped some',
    'server-away': 'no answer from Kuji',
  },
  title: 'Connection to Jaeger',
};
