import { describe, expect, it } from 'vitest';
import { problemText } from './problem-text.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

const failure = { code: 'jaeger-refused', detail: 'It answered 401.', advice: 'Set JAEGER_TENANT.' } as const;

describe('what is told of a failure', () => {
  it('has the advice of the server, which knows more', () => {
    expect(problemText(failure, 'en', en)).toEqual({
      title: en.problem.byCode['jaeger-refused'].title,
      advice: 'Set JAEGER_TENANT.',
      detail: 'It answered 401.',
    });
  });

  it('has ours first where the page is not English', () => {
    expect(problemText(failure, 'ja', ja)).toEqual({
      ...ja.problem.byCode['jaeger-refused'],
      detail: 'It answered 401. Set JAEGER_TENANT.',
    });
  });

  it('has ours alone where the server gives none', () => {
    const silent = { ...failure, detail: '', advice: '' };
    expect(problemText(silent, 'en', en)).toEqual({ ...en.problem.byCode['jaeger-refused'], detail: '' });
  });
});
