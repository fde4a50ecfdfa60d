import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { REPOSITORY_ROOT } from '../../repository-root.ts';
import { MOUNT } from '../npm-access.ts';
import type { ImageCheck } from './image-check.ts';
import { imageConfig } from './image-config.ts';
import { imageEntries } from './image-entries.ts';

const BUILDERS =
  /^(npm|npx|corepack|yarn|yarnpkg|pnpm|gcc|cc|g\+\+|make|cmake|python3?|git|go|tsc|vite|vitest|biome|playwright)$/;
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), optional: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

/** What is in the image, and what is not. */
export const CONTENT_CHECKS: readonly ImageCheck[] = [
  {
    name: 'the image starts the dashboard as a user that is no root, by Node itself',
    async run(system) {
      const { User, Entrypoint, Cmd, StopSignal, ExposedPorts, size } = await imageConfig(system);
      assert.deepEqual(
        { User, Entrypoint, Cmd, StopSignal, ports: Object.keys(ExposedPorts).sort() },
        {
          User: '1000:1000',
          Entrypoint: ['node'],
          Cmd: ['server/main.ts'],
          StopSignal: 'SIGTERM',
          ports: ['3000/tcp', '8080/tcp'],
        },
      );
      return `${(size / 1e6).toFixed(0)} MB with the base`;
    },
  },
  {
    name: 'it holds no package manager, compiler or tool of development',
    async run(system) {
      const programs = (await imageEntries(system)).filter(
        ({ kind, mode, path }) =>
          kind !== 'd' && (kind === 'l' || (mode & 0o111) !== 0) && /\/s?bin\/|\/\.bin\//.test(path),
      );
      assert(
        programs.some(({ path }) => path === '/usr/local/bin/node'),
        'there is no node',
      );
      assert.deepEqual(pathsOf(programs.filter(({ path }) => BUILDERS.test(basename(path)))), []);
      return `${programs.length} programs`;
    },
  },
  {
    name: 'its modules are the packages of package-lock.json that run, and no others',
    async run(system) {
      const { packages } = lock.parse(JSON.parse(readFileSync(join(REPOSITORY_ROOT, 'package-lock.json'), 'utf8')));
      const expected = Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) =>
        path === '' || dev || optional || devOptional ? [] : [path],
      );
      const found = (await imageEntries(system)).flatMap(({ path }) => {
        const [, place] = /^\/app\/((?:node_modules\/(?:@[^/]+\/)?[^/.@][^/]*\/)+)package\.json$/.exec(path) ?? [];
        return place === undefined ? [] : [place.slice(0, -1)];
      });
      const [more, less] = [
        found.filter((each) => !expected.includes(each)),
        expected.filter((each) => !found.includes(each)),
      ];
      assert.deepEqual({ more, less }, { more: [], less: [] });
      return `${found.length} packages`;
    },
  },
  {
    name: 'it holds no test, recording, secret or setting of npm',
    async run(system) {
      const entries = await imageEntries(system);
      const ours = entries.filter(({ path }) => path.startsWith('/app/') && !path.startsWith('/app/node_modules/'));
      const wrong = [
        ...ours.filter(({ path }) =>
          /\.(test|bench|e2e)\.tsx?$|\/testing\b|\/recordings\b|\.(pem|key)$|\/tools\b/.test(path),
        ),
        ...entries.filter(({ path }) => /\/(\.?npmrc|\.git|\.env|\.npm)$/.test(path)),
        ...entries.filter(({ path }) => path.startsWith(`${MOUNT}/`)),
      ];
      assert.deepEqual(pathsOf(wrong), []);
      const { Env } = await imageConfig(system);
      assert.deepEqual(
        Env.filter((each) => /npm|proxy|token|cafile|CERTS/i.test(each)),
        [],
      );
      return `${ours.length} files and folders of ours`;
    },
  },
  {
    name: 'all of it belongs to root, and nobody else may change it',
    async run(system) {
      const entries = (await imageEntries(system)).filter(({ path }) => path.startsWith('/app'));
      const wrong = entries.filter(
        ({ kind, owner, mode }) => owner !== '0:0' || (kind !== 'l' && (mode & 0o002) !== 0),
      );
      assert.deepEqual(pathsOf(wrong), []);
      return undefined;
    },
  },
];

function pathsOf(entries: readonly { readonly path: string }[]): readonly string[] {
  return entries.map(({ path }) => path);
}
