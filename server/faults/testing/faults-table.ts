import { OWN_FAULTS } from './own-faults.ts';
import { UPSTREAM_FAULT_ROWS, type UpstreamFaultRow } from './upstream-fault-rows.ts';

/** The table of ARCHITECTURE.md: a row for each fault that has a test. */
export function faultsTable(): string {
  const rows = [
    ['fault', 'what the user gets', 'what the log says'],
    ['---', '---', '---'],
    ...UPSTREAM_FAULT_ROWS.map(upstreamCells),
    ...Object.values(OWN_FAULTS).map(({ name, seen, log }) => [`Kuji: ${name}`, seen, log]),
  ];
  return rows
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .replaceAll('| --- | --- | --- |', '|---|---|---|');
}

function upstreamCells({ name, seen }: UpstreamFaultRow): readonly string[] {
  if (seen.kind === 'nothing') return [`Jaeger: ${name}`, 'nothing', `${seen.level}: ${seen.said}`];
  return [`Jaeger: ${name}`, `${seen.status} \`${seen.code}\`, “… ${seen.said} …”`, 'warn, the same'];
}
