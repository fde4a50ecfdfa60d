import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBounded } from './browser/run-bounded.ts';
import { buildJaeger, JAEGER_RECIPES } from './jaegers/build-jaeger.ts';
import { jaegerCache } from './jaegers/jaeger-cache.ts';

// `npm run jaegers`: builds the real Jaegers that the tests are run against, where they are not there yet.
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = jaegerCache(process.env);
const missing = JAEGER_RECIPES.filter(({ version }) => {
  const path = join(folder, `jaeger-${version}`);
  if (existsSync(path)) say(`Jaeger ${version} is there: ${path}`);
  return !existsSync(path);
});

if (missing.length > 0 && process.platform === 'win32') {
  process.stderr.write('Jaegers are built and run on Linux and macOS only; on Windows, WSL is one way.\n');
  process.exit(1);
}

if (missing.length > 0 && !(await runBounded('go', ['version'], 30_000)).ok) {
  const versions = missing.map(({ version }) => version).join(', ');
  process.stderr.write(
    `Jaeger ${versions} cannot be built: there is no Go here. Install Go 1.24 or newer (https://go.dev/dl), or put binaries named jaeger-<version> into a folder and name it by JAEGER_BIN_DIR.\n`,
  );
  process.exit(1);
}

for (const recipe of missing) {
  say(`Building Jaeger ${recipe.version} (some minutes the first time) …`);
  const start = performance.now();
  try {
    await buildJaeger(recipe, folder);
    say(`Jaeger ${recipe.version} is built, in ${Math.round((performance.now() - start) / 1000)} s.`);
  } catch (error) {
    process.stderr.write(
      `Jaeger ${recipe.version} is not built. ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
