import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { withConfigurationTable } from './configuration-table.ts';

it('README.md shows every variable that the server reads, with its meaning and default', () => {
  const readme = readFileSync(join(REPOSITORY_ROOT, 'README.md'), 'utf8');
  expect(readme).toBe(withConfigurationTable(readme));
});

it('a README without the marks is an error', () => {
  expect(() => withConfigurationTable('# Kuji')).toThrow('no place');
});
