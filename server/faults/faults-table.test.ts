import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsTable } from './testing/faults-table.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';

const FOLDER = new URL('./', import.meta.url);
const ARCHITECTURE = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');

describe('the table of faults survived in ARCHITECTURE.md', () => {
  it('has the rows that are tested, in their words', () => {
    const section = ARCHITECTURE.split('\n## Faults survived\n')[1]?.split('\n## ')[0] ?? '';
    const table = section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    expect(table).toBe(faultsTable());
  });

  it.each(Object.keys(OWN_FAULTS))('has a test that is named by the row of Kuji’s own fault %s', (key) => {
    const tests = readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts'));
    const title = new RegExp(`\\bit\\(\\s*\`\\$\\{OWN_FAULTS\\.${key}\\.name\\}:`);
    const naming = tests.filter((name) => title.test(readFileSync(new URL(name, FOLDER), 'utf8')));
    expect(naming.length).toBe(1);
  });
});
