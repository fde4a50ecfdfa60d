import { describe, expect, it } from 'vitest';
import { isSent } from './docker-ignore.ts';

describe('isSent', () => {
  const text = [
    '# a comment',
    '*',
    '!core',
    '!tools/build',
    '',
    '**/*.test.ts',
    '**/testing',
    'core/jaeger/recordings',
  ].join('\n');

  it.each(['core/units.ts', 'core/jaeger/hex-id.ts', 'tools/build/build-web.ts'])('sends %s', (path) => {
    expect(isSent(text, path)).toBe(true);
  });

  it.each([
    '.npmrc',
    '.git/config',
    'tools/build.ts',
    'core.ts',
    'core/units.test.ts',
    'core/testing/draw-trace.ts',
    'core/trace/testing/deep/file.ts',
    'core/jaeger/recordings/2.13/index.json',
  ])('leaves out %s', (path) => {
    expect(isSent(text, path)).toBe(false);
  });

  it('lets the last pattern count', () => {
    expect(isSent('*\n!core\ncore', 'core/units.ts')).toBe(false);
    expect(isSent('core\n!core', 'core/units.ts')).toBe(true);
  });
});
