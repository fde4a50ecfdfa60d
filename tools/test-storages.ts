import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runBounded } from './browser/run-bounded.ts';
import { findJaegers } from './jaegers/find-jaegers.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

// `npm run test:storages`: the dashboard on a real Jaeger on a real Cassandra and a real OpenSearch.
const ASK_MILLIS = 60_000;
const missing = [
  ...((await runBounded('javac', ['-version'], ASK_MILLIS)).ok ? [] : ['a JDK, version 17 (javac)']),
  ...((await runBounded('mvn', ['-version'], ASK_MILLIS)).ok ? [] : ['Maven (mvn), which fetches the storages']),
  ...(findJaegers(process.env).some(({ version }) => version.startsWith('2.'))
    ? []
    : ['a Jaeger 2 (npm run jaegers builds it; JAEGER_BIN_DIR names a folder with jaeger-<version>)']),
];
if (missing.length > 0) {
  process.stderr.write(`The storages cannot be tested here. Missing: ${missing.join('; ')}.\n`);
  process.exit(2);
}
const vitest = join(REPOSITORY_ROOT, 'node_modules/vitest/vitest.mjs');
const args = ['run', '--config', 'tools/storages/vitest.config.ts', ...process.argv.slice(2)];
const child = spawn(process.execPath, [vitest, ...args], { cwd: REPOSITORY_ROOT, stdio: 'inherit' });
const [code]: (number | null)[] = await once(child, 'close');
process.exitCode = code ?? 1;
