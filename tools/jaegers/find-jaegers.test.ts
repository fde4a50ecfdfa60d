import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findJaegers, jaegersAmong } from './find-jaegers.ts';

describe('the Jaegers among files', () => {
  it('have a version as their name, and are in its order', () => {
    const names = ['jaeger-2.13', 'jaeger-1.76', 'jaeger-2.9', 'jaeger', 'jaeger-next', 'jaeger-2.13.old', 'README'];
    expect(jaegersAmong([{ folder: '/bin', names }]).map(({ version }) => version)).toEqual(['1.76', '2.9', '2.13']);
  });

  it('are taken from the first folder that has the version', () => {
    const found = jaegersAmong([
      { folder: '/mine', names: ['jaeger-2.13', 'jaeger-2.20.1'] },
      { folder: '/built', names: ['jaeger-2.13', 'jaeger-2.20'] },
    ]);
    expect(found.map(({ path }) => path)).toEqual(['/mine/jaeger-2.13', '/built/jaeger-2.20', '/mine/jaeger-2.20.1']);
  });
});

describe('the Jaegers of this machine', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kuji-jaegers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are those in JAEGER_BIN_DIR, where none has been built', () => {
    writeFileSync(join(folder, 'jaeger-3.0'), '');
    expect(findJaegers({ XDG_CACHE_HOME: join(folder, 'none'), JAEGER_BIN_DIR: folder })).toEqual([
      { version: '3.0', path: join(folder, 'jaeger-3.0') },
    ]);
    expect(findJaegers({ XDG_CACHE_HOME: join(folder, 'none') })).toEqual([]);
  });

  it('cannot be in a folder that does not exist', () => {
    expect(() => findJaegers({ JAEGER_BIN_DIR: join(folder, 'gone') })).toThrow('which does not exist');
  });
});
