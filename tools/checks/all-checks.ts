import { join } from 'node:path';
import { browserPath } from '../browser/browser-path.ts';
import { buildIfStale } from '../build/build-if-stale.ts';
import { jaegersNote } from '../jaegers/jaegers-note.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import type { Check, Command } from './check.ts';
import { countPlaywrightTests, countVitestTests } from './count-tests.ts';

const TSC = 'typescript/bin/tsc';
const REPORTS = join(REPOSITORY_ROOT, 'node_modules/.cache/kuji-reports');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const E2E_REPORT = join(REPORTS, 'e2e.json');

/** Every check there is, the quickest first. */
export const ALL_CHECKS: readonly Check[] = [
  {
    name: 'types',
    title: 'Types',
    // Each with the globals of its side alone: core has none. `tools` adds the tests of core and web, which have more.
    commands: ['core', 'server', 'web', 'tools'].map((folder): Command => [TSC, '-p', folder]),
  },
  {
    name: 'lint',
    title: 'Lint, format',
    commands: [['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']],
  },
  {
    name: 'unit',
    title: 'Unit',
    commands: [
      [
        'vitest/vitest.mjs',
        'run',
        '--testTimeout=30000',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT_REPORT}`,
      ],
    ],
    report: { path: UNIT_REPORT, count: countVitestTests, note: jaegersNote },
  },
  {
    name: 'e2e',
    title: 'End to end',
    commands: [['@playwright/test/cli.js', 'test', '--reporter=list,json']],
    prepare: async () => {
      const say = (line: string) => void process.stdout.write(`${line}\n`);
      const [path] = await Promise.all([browserPath(say), buildIfStale()]);
      return { KUJI_CHROMIUM: path, PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT };
    },
    report: { path: E2E_REPORT, count: countPlaywrightTests },
  },
];
