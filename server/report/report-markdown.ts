import type { Estimate } from '#core/analysis/estimate.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatP } from '#core/format/format-p.ts';
import { formatShare } from '#core/format/format-share.ts';
import { formatShareInterval } from '#core/format/format-share-interval.ts';
import { millisOf, unixMicros } from '#core/units.ts';
import type { Report } from './report-schema.ts';

type Comparison = NonNullable<Report['comparison']>;
type Where = NonNullable<Report['where']>;

/** The rows that are worth reading; the others are added up in one. */
const MOST_WHERE_ROWS = 20;
const MOST_GROUPS = 50;

/** The report as it is pasted into an incident. Texts out of traces are escaped. */
export function reportMarkdown(report: Report): string {
  const { groups, comparison, where } = report;
  return [
    `**${sentence(report)}**`,
    '',
    basis(report),
    ...caveats(report),
    ...(comparison === null ? [] : ['', ...comparisonLines(comparison)]),
    ...(groups.length === 0 ? [] : ['', ...groupTable(report)]),
    ...(where === null || comparison === null ? [] : ['', ...whereTable(where, comparison)]),
    '',
  ].join('\n');
}

function sentence({ query, coverage, groups, comparison }: Report): string {
  if (coverage.traces === 0) return `No traces of ${escapeMarkdown(query.service)} in this range.`;
  if (comparison === null) {
    const what = query.after === null ? `by ${escapeMarkdown(query.by ?? 'anything')}` : 'before and after';
    const only = groups.length === 1 && query.after === null ? `: all have ${escapeMarkdown(groups[0]!.value)}` : '';
    return `Nothing to compare ${what}, or too few traces on a side${only}.`;
  }
  const { a, shift, verdict } = comparison;
  const name = query.after === null ? `${escapeMarkdown(a.name)} traces are` : 'Traces after are';
  const by = `${formatEstimatedDifference(estimateOf(shift))} ${formatInterval(estimateOf(shift))}`;
  switch (verdict) {
    case 'clearly-slower':
      return `${name} clearly slower, by ${by}.`;
    case 'clearly-faster':
      return `${name} clearly faster, by ${by}.`;
    case 'possibly-slower':
      return `${name} possibly slower, by ${by}.`;
    case 'possibly-faster':
      return `${name} possibly faster, by ${by}.`;
    case 'no-difference':
      return `No difference found: ${by}.`;
    case 'too-few':
      return 'Too few traces to say.';
  }
}

function basis({ query, coverage }: Report): string {
  const subject = [query.service, query.operation].filter((part) => part !== null).join(' ');
  const range = `${instant(query.start)} to ${instant(query.end)}`;
  return `${escapeMarkdown(subject)}, ${range}: ${formatCount(coverage.traces)} traces, ${formatCount(coverage.spans)} spans.`;
}

function caveats({ coverage }: Report): readonly string[] {
  const cut = coverage.cut.length;
  return [
    ...(cut === 0
      ? []
      : [
          `**Rests on a cut sample**: in ${formatCount(cut)} stretches there are more traces than Jaeger gives; which ones it gives depends on its storage.`,
        ]),
    ...(coverage.unreadable === 0 ? [] : [`${formatCount(coverage.unreadable)} traces could not be read.`]),
  ];
}

function comparisonLines({ a, b, probabilitySlower, p, pAdjusted }: Comparison): readonly string[] {
  const side = ({ name, n, median }: Comparison['a']): string =>
    `${escapeMarkdown(name)}: n = ${formatCount(n)}, median ${formatDuration(median)}`;
  const slower = estimateOf(probabilitySlower);
  const adjusted = pAdjusted === p ? '' : `, adjusted ${formatP(pAdjusted)}`;
  return [
    `- ${side(a)}`,
    `- ${side(b)}`,
    `- slower in ${formatShare(slower.value)} ${formatShareInterval(slower)} of the pairs`,
    `- ${formatP(p)}${adjusted}`,
  ];
}

function groupTable({ query, groups }: Report): readonly string[] {
  const shown = groups.slice(0, MOST_GROUPS);
  return table(
    [escapeMarkdown(query.by ?? 'all'), 'n', 'share', 'p50', 'p90', 'p95', 'p99'],
    [
      ...shown.map(({ value, n, share, quantiles: { p50, p90, p95, p99 } }) => [
        escapeMarkdown(value),
        formatCount(n),
        formatShare(share),
        ...[p50, p90, p95, p99].map((quantile) => duration(estimateOf(quantile))),
      ]),
      ...(groups.length > shown.length ? [[`and ${formatCount(groups.length - shown.length)} more`, ...BLANK]] : []),
    ],
  );
}

const BLANK = ['', '', '', '', '', ''];

function whereTable({ total, rows }: Where, { a, b }: Comparison): readonly string[] {
  const largest = [...rows].sort((x, y) => Math.abs(y.delta) - Math.abs(x.delta)).slice(0, MOST_WHERE_ROWS);
  const others = rows.filter((row) => !largest.includes(row));
  const rest = others.reduce((sum, { delta }) => sum + delta, 0);
  return [
    `Where the ${formatEstimatedDifference(estimateOf(total))} ${formatInterval(estimateOf(total))} between the means of ${escapeMarkdown(a.name)} and ${escapeMarkdown(b.name)} are:`,
    '',
    ...table(
      ['path from the root', 'Δ', 'more calls', 'slower calls', ''],
      [
        ...largest.map(({ path, delta, low, high, moreCalls, slowerCalls, state }) => [
          escapeMarkdown(path.join(' › ')),
          difference({ value: delta, low, high }),
          formatDuration(moreCalls),
          formatDuration(slowerCalls),
          state === 'both' ? '' : state.replaceAll('-', ' '),
        ]),
        ...(others.length === 0 ? [] : [[`${formatCount(others.length)} others`, formatDuration(rest), '', '', '']]),
        ['all rows together', formatDuration(largest.reduce((sum, { delta }) => sum + delta, rest)), '', '', ''],
      ],
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)];
}

function duration(estimate: Estimate): string {
  return `${formatEstimate(estimate)} ${formatInterval(estimate)}`.trim();
}

function difference(json: Parameters<typeof estimateOf>[0]): string {
  const estimate = estimateOf(json);
  return `${formatEstimatedDifference(estimate)} ${formatInterval(estimate)}`.trim();
}

function estimateOf({ value, low, high }: { value: number; low: number | null; high: number | null }): Estimate {
  return { value, low: low ?? undefined, high: high ?? undefined };
}

function instant(micros: number): string {
  return new Date(millisOf(unixMicros(micros))).toISOString();
}

/** What Markdown would take for markup, in texts that come from traces. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~!&$]|:(?=\/\/)/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
