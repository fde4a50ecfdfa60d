import { describe, expect, it } from 'vitest';
import { jaegersNote } from './jaegers-note.ts';

const file = (
  name: string,
  ...tests: readonly (readonly [suite: string | undefined, title: string, status: string])[]
) => ({
  name: `/kuji/${name}`,
  assertionResults: tests.map(([suite, title, status]) => ({
    ancestorTitles: suite === undefined ? [] : [suite],
    title,
    status,
  })),
});
const CONTRACT = 'tools/jaegers/contract.test.ts';

describe('the note on Jaegers', () => {
  it('names those that ran, whether they passed or not', () => {
    const contract = file(CONTRACT, ['Jaeger embedded', 'a', 'passed'], ['Jaeger 2.13', 'a', 'failed']);
    expect(jaegersNote({ testResults: [contract] })).toBe('Jaegers: embedded, 2.13');
  });

  it('tells which could not be started, and which are not on this machine', () => {
    const contract = file(
      CONTRACT,
      ['Jaeger embedded', 'a', 'passed'],
      ['Jaeger 2.19', 'a', 'skipped'],
      [undefined, 'Jaeger 1.48 is not here: `npm run jaegers` builds it', 'skipped'],
    );
    expect(jaegersNote({ testResults: [contract] })).toBe(
      'Jaegers: embedded; not run: 2.19; not here: 1.48 (npm run jaegers builds them)',
    );
  });

  it('is left out where the contract was not run, whatever other tests are called', () => {
    const other = file('core/jaeger/dialects.test.ts', ['Jaeger 1.76', 'a', 'passed']);
    expect(jaegersNote({ testResults: [other] })).toBeUndefined();
  });
});
