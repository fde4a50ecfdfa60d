import { CONFIG_VARIABLES, type ConfigVariable } from './config-variables.ts';

const WIDTH = 100;
const INDENT = '      ';

/** What `--help` prints: every variable, what it means, what holds without it, and what may stand there. */
export function helpText(): string {
  const variables: readonly (readonly [string, Omit<ConfigVariable, 'name'>])[] = Object.entries(CONFIG_VARIABLES);
  const entries = variables.map(([name, { meaning, fallback, allowed }]) =>
    [
      `  ${name}`,
      ...wrapped(meaning.replaceAll('`', '')),
      ...wrapped(`Default: ${fallback === '' ? 'none' : fallback}. Allowed: ${allowed}.`),
    ].join('\n'),
  );
  return [
    'Kuji tells on plain Jaeger under which condition a service is slow.',
    '',
    'npm start                                          everything: omikuji app, Jaeger, dashboard',
    'JAEGER_QUERY_URL=http://jaeger:16686 npm start     the dashboard alone, on a Jaeger that runs',
    '',
    'It takes no arguments but --help. It is configured by environment variables:',
    '',
    entries.join('\n\n'),
    '',
  ].join('\n');
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = INDENT;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = INDENT;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
