import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withConfigurationTable } from './readme/configuration-table.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

// `npm run fix`: formats, mends what the linter can mend, and puts the configuration table into README.md.
const readme = join(REPOSITORY_ROOT, 'README.md');
writeFileSync(readme, withConfigurationTable(readFileSync(readme, 'utf8')));
const { status } = spawnSync('biome', ['check', '--write', '.'], { cwd: REPOSITORY_ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
