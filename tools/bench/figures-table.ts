import { type Circumstances, type Figure, isWithin } from './figure.ts';

/** The figures as a table for people, which is a table of Markdown too. */
export function figuresTable(figures: readonly Figure[], where: Circumstances): string {
  const rows = figures.map((figure) => [
    figure.name,
    Number.isNaN(figure.value) ? '–' : `${text(figure.value)} ${figure.unit}`,
    figure.limit === undefined ? '' : `≤ ${figure.limit} ${figure.unit}`,
    figure.limit === undefined || Number.isNaN(figure.value) ? '' : isWithin(figure) ? 'ok' : 'over',
  ]);
  const table = [['Figure', 'Measured', 'Limit', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const { date, node, cpu, cores } = where;
  return [`${date}, Node ${node}, ${cores} × ${cpu}`, '', lines[0], rule, ...lines.slice(1)].join('\n');
}

function text(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
