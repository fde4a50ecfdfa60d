import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { checkImports } from './check-imports.ts';
import { checkReadmes } from './check-readmes.ts';
import { checkSize } from './check-size.ts';
import { findCycles } from './find-cycles.ts';
import { ZONES } from './import-table.ts';
import { readReadmes, readSources } from './read-sources.ts';

const sources = readSources();

describe('the sources of this repository', () => {
  it('are all found', () => {
    const paths = sources.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['core/units.ts', 'server/app.ts', 'playwright.config.ts']));
    const empty = ZONES.filter((zone) => !paths.some((path) => path.startsWith(zone.path)));
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  it('import only what the table allows', () => {
    expect(sources.flatMap(checkImports)).toEqual([]);
  });

  it('never import in a circle', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it('have at most 500 lines', () => {
    expect(sources.flatMap(checkSize)).toEqual([]);
  });

  it('are explained by a README in each folder of the map', () => {
    expect(checkReadmes(sources, readReadmes())).toEqual([]);
  });
});

describe('the packages that ship', () => {
  it('are each named in ARCHITECTURE.md, with a reason to be there', () => {
    const manifest = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(REPOSITORY_ROOT, 'package.json'), 'utf8')));
    const architecture = readFileSync(join(REPOSITORY_ROOT, 'ARCHITECTURE.md'), 'utf8');
    const missing = Object.keys(manifest.dependencies).filter((name) => !architecture.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });
});
