import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImports } from '../imports/read-imports.ts';
import { readSources } from '../imports/read-sources.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { PAGE_PACKAGES } from './page-packages.ts';
import { lockFile, shippedPackages } from './shipped-packages.ts';

/** Permissive ones, and that of fonts: nothing that asks more of whoever runs Kuji than to keep a notice. */
const ALLOWED = [
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'OFL-1.1',
];

const read = (name: string): unknown => JSON.parse(readFileSync(join(REPOSITORY_ROOT, name), 'utf8'));

describe('the packages that ship', () => {
  const lock = lockFile.parse(read('package-lock.json'));
  const { dependencies } = read('package.json') as { readonly dependencies: Readonly<Record<string, string>> };
  const shipped = shippedPackages(lock, [...Object.keys(dependencies), ...PAGE_PACKAGES]);

  it('have a licence that asks for no more than its notice', () => {
    expect(shipped.length).toBeGreaterThan(Object.keys(dependencies).length + PAGE_PACKAGES.length);
    for (const { name, licence } of shipped) {
      for (const part of licence.split(/[()]|\bAND\b|\bOR\b/).map((text) => text.trim())) {
        if (part !== '') expect(ALLOWED, `${name}: ${licence}`).toContain(part);
      }
    }
  });

  it('run nothing when they are installed', () => {
    expect(shipped.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  });

  it('are those that the pages import', () => {
    const pages = readSources().filter(({ path }) => path.startsWith('web/src/') && !/\.test\.tsx?$/.test(path));
    const targets = pages.flatMap((file) => readImports(file).map(({ target }) => target));
    const names = targets.flatMap((target) => (target.kind === 'package' ? [target.name] : []));
    const ownOnly = new Set(names.filter((name) => !Object.hasOwn(dependencies, name)));
    expect([...ownOnly].filter((name) => !PAGE_PACKAGES.some((known) => known === name))).toEqual([]);
  });
});

describe('shippedPackages', () => {
  it('finds what is needed where npm put it, and leaves the rest', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '1' }, peerDependencies: { gone: '1' } },
      'node_modules/a/node_modules/b': { version: '1.5.0', license: 'ISC', dependencies: { c: '1' } },
      'node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/c': { version: '3.0.0', hasInstallScript: true },
      'node_modules/d': { version: '4.0.0', license: 'GPL-3.0' },
    };
    expect(shippedPackages({ packages }, ['a'])).toEqual([
      { name: 'a', version: '1.0.0', licence: 'MIT', hasInstallScript: false },
      { name: 'b', version: '1.5.0', licence: 'ISC', hasInstallScript: false },
      { name: 'c', version: '3.0.0', licence: 'unknown', hasInstallScript: true },
    ]);
  });
});
