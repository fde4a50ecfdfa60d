import { describe, expect, it } from 'vitest';
import { problemAnswer, problemCode } from '#core/api.ts';
import { ERROR_CATALOGUE, KujiError, problemOf } from './errors.ts';

describe('the catalogue of errors', () => {
  it.each(problemCode.options)('makes %s a valid problem with a title and something to do', (code) => {
    const problem = problemOf(new KujiError(code, 'something happened'));
    expect(problemAnswer.parse(problem)).toEqual(problem);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.title).not.toBe('');
    expect(problem.advice).toMatch(/\.$/);
    expect(problem).not.toHaveProperty('fields');
  });

  it('has no entry that the contract does not know', () => {
    expect(Object.keys(ERROR_CATALOGUE).sort()).toEqual([...problemCode.options].sort());
  });

  it('names the fields and prefers the advice of whoever failed', () => {
    const fields = [{ name: 'end', message: 'must be later than start' }];
    const problem = problemOf(new KujiError('bad-request', 'end is wrong', { fields, advice: 'Swap them.' }));
    expect(problem).toEqual({
      type: 'urn:kuji:problem:bad-request',
      title: 'The request is not valid',
      status: 400,
      code: 'bad-request',
      detail: 'end is wrong',
      advice: 'Swap them.',
      fields,
    });
  });
});
