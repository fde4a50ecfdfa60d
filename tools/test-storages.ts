import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithNpm } from '../server/end-with-npm.ts';
import { runBounded } from './browser/run-bounded.ts';
import { findJaegers } from './jaegers/find-jaegers.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { runInGroup } from './storages/run-in-group.ts';
import { serverJars } from './storages/server-jars.ts';
import { STORAGE_KINDS } from './storages/storage-kind.ts';

// `npm run test:storages`: the dashboard on a real Jaeger on a real Cassandra and a real OpenSearch.
const ASK_MILLIS = 60_000;
const RUN_MILLIS = 12 * 60_000;
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
endWithNpm();
// Not a part of the time that the tests may take: a first download may be slow.
for (const kind of STORAGE_KINDS) await serverJars(kind, process.env);

// All that the servers and the browser write goes there, and away with it.
const folder = await mkdtemp(join(tmpdir(), 'kuji-storages-'));
const vitest = join(REPOSITORY_ROOT, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--config', 'tools/storages/vitest.config.ts', ...process.argv.slice(2)];
const code = await runInGroup(process.execPath, args, {
  millis: RUN_MILLIS,
  cwd: REPOSITORY_ROOT,
  env: { ...process.env, TMPDIR: folder },
});
// A browser has a group of its own: it ends by itself when its driver is gone, and writes until then.
await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
if (code === undefined) {
  process.stderr.write(`Ended before its end: interrupted, or longer than ${RUN_MILLIS / 60_000} minutes.\n`);
}
process.exitCode = code ?? 1;
