import { expect, it } from 'vitest';
import { lastLines, runProgram } from './run-program.ts';

const node = (code: string, options: { readonly millis: number; readonly signal?: AbortSignal }) =>
  runProgram(process.execPath, ['-e', code], options);

it('tells the exit code and both streams apart', async () => {
  const run = await node('console.log("out"); console.error("wrong"); process.exitCode = 3', { millis: 30_000 });
  expect(run).toEqual({ code: 3, out: 'out\n', errors: 'wrong\n' });
});

it('ends what takes too long, and says so', async () => {
  const run = await node('setInterval(() => {}, 1000)', { millis: 100 });
  expect(run.code).toBeUndefined();
  expect(run.errors).toContain('Ended after 0.1 s.');
});

it('ends what is interrupted', async () => {
  const ending = new AbortController();
  const run = node('setInterval(() => {}, 1000)', { millis: 30_000, signal: ending.signal });
  ending.abort();
  expect(await run).toMatchObject({ code: undefined, errors: '\nInterrupted.\n' });
});

it('tells of a program that is not there', async () => {
  const run = await runProgram('no-such-program', [], { millis: 30_000 });
  expect(run.code).toBeUndefined();
  expect(run.errors).toContain('ENOENT');
});

it('shows the end of what was said', () => {
  expect(lastLines({ code: 1, out: 'a\nb\n', errors: 'c\n' }, 2)).toBe('b\nc');
  expect(lastLines({ code: 1, out: 'a', errors: 'c' }, 2)).toBe('a\nc');
});
