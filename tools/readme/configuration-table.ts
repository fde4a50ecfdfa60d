import { CONFIG_VARIABLES } from '../../server/config-variables.ts';

/** The configuration as README.md shows it. */
export function configurationTable(): string {
  const rows = Object.entries(CONFIG_VARIABLES).map(
    ([name, { meaning, fallback, allowed }]) => `| \`${name}\` | ${meaning} | ${fallback} | ${allowed} |`,
  );
  return ['| name | meaning | default | allowed |', '|---|---|---|---|', ...rows].join('\n');
}

const BLOCK = /(<!-- configuration:[^\n]*-->\n)[\s\S]*?(<!-- \/configuration -->)/;

/** `readme` with the table in its place. Throws where the place is not marked. */
export function withConfigurationTable(readme: string): string {
  if (!BLOCK.test(readme)) throw new Error('README.md has no place for the configuration table');
  return readme.replace(BLOCK, (_all, open: string, close: string) => `${open}${configurationTable()}\n${close}`);
}
