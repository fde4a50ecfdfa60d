import type { Estimate } from '#core/analysis/estimate.ts';
import { FEWEST_TRACES } from '#core/analysis/verdict.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatP } from '#core/format/format-p.ts';
import { formatShare } from '#core/format/format-share.ts';
import { formatShareInterval } from '#core/format/format-share-interval.ts';
import { shownText } from '#core/format/shown-text.ts';
import { counted } from './counted.ts';
import { instantText } from './instant-text.ts';
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
    ...(comparison === null ? [] : ['', ...comparisonLines(comparison), ...mainSpan(where, comparison)]),
    ...(groups.length === 0 ? [] : ['', ...groupTable(report)]),
    ...(where === null || comparison === null ? [] : ['', ...whereTable(where, comparison)]),
    '',
  ].join('\n');
}

function sentence({ query, coverage, groups, comparison }: Report): string {
  if (coverage.traces === 0) return `No traces of ${escapeMarkdown(query.service)} in this range.`;
  if (comparison === null) return `Nothing to compare: ${nothingWhy(query, groups)}.`;
  const { a, b, shift, verdict } = comparison;
  const share = `(${formatCount(a.n)} of ${formatCount(a.n + b.n)} traces)`;
  const { before, after } = query;
  const isByTime = before !== null && after !== null;
  const name = isByTime
    ? `After ${instantText(after)} ${share}`
    : `${escapeMarkdown(`${query.by} = ${a.name}`)} ${share}`;
  const other = isByTime ? `than before ${instantText(before)}` : 'than the rest';
  const { value, low, high } = estimateOf(shift);
  // "Faster by" turns the interval round.
  const isFaster = verdict === 'clearly-faster' || verdict === 'possibly-faster';
  const by = `by ${duration(isFaster ? { value: 0 - value, low: negative(high), high: negative(low) } : { value, low, high })}`;
  switch (verdict) {
    case 'clearly-slower':
      return `${name} is clearly slower ${other}, ${by}.`;
    case 'clearly-faster':
      return `${name} is clearly faster ${other}, ${by}.`;
    case 'possibly-slower':
      return `${name} is possibly slower ${other}, ${by}.`;
    case 'possibly-faster':
      return `${name} is possibly faster ${other}, ${by}.`;
    case 'no-difference':
      return `${name}: no difference found. The shift is ${difference(shift)}.`;
    case 'too-few':
      return `${name}: too few traces to say. Each side needs ${FEWEST_TRACES}.`;
  }
}

function negative(end: number | undefined): number | undefined {
  return end === undefined ? undefined : 0 - end;
}

function nothingWhy({ by, highlight, after }: Report['query'], groups: Report['groups']): string {
  if (after !== null) return 'one side has no traces';
  if (by === null) return 'the traces carry nothing to group by';
  const [only, ...more] = groups;
  const key = escapeMarkdown(by);
  if (only !== undefined && more.length === 0) return `all traces have ${key} = ${escapeMarkdown(only.value)}`;
  return `no trace has ${key} = ${escapeMarkdown(highlight ?? '')}`;
}

function basis({ query, coverage }: Report): string {
  const subject = [query.service, query.operation].filter((part) => part !== null).join(' ');
  const range = `${instantText(query.start)} to ${instantText(query.end)}`;
  return `${escapeMarkdown(subject)}, ${range}: ${formatCount(coverage.traces)} traces, ${formatCount(coverage.spans)} spans.`;
}

function caveats({ coverage: { cut, unread, unreadable } }: Report): readonly string[] {
  return [
    ...(cut.length === 0
      ? []
      : [
          '',
          `**Rests on a cut sample**: in ${counted(cut.length, 'window')} of time there are more traces than Jaeger gives; which ones it gives depends on its storage.`,
        ]),
    ...(unread === null
      ? []
      : ['', `**Rests on a part of the range**: nothing before ${instantText(unread.end)} was read.`]),
    ...(unreadable === 0 ? [] : ['', `${counted(unreadable, 'trace')} could not be read.`]),
  ];
}

function comparisonLines({ a, b, shift, probabilitySlower, p, pAdjusted, verdict }: Comparison): readonly string[] {
  const side = ({ name, n, median }: Comparison['a']): string =>
    `- ${escapeMarkdown(name)}: n = ${formatCount(n)}, median ${formatDuration(median)}`;
  if (verdict === 'too-few') return [side(a), side(b)];
  const slower = estimateOf(probabilitySlower);
  const often = slower.value === 1 ? 'every pair' : `${formatShare(slower.value)} of the pairs`;
  const adjusted = formatP(pAdjusted) === formatP(p) ? '' : `, adjusted ${formatP(pAdjusted)}`;
  return [
    side(a),
    side(b),
    `- shift ${difference(shift)}`,
    `- slower in ${often} ${formatShareInterval(slower)}`,
    `- ${formatP(p)}${adjusted}`,
  ];
}

/** The span that holds most of the extra or the saved time, where there surely is some. */
function mainSpan(where: Report['where'], { verdict }: Comparison): readonly string[] {
  if (where === null || verdict === 'too-few') return [];
  const { value, low, high } = where.total;
  const isSure = (low !== null && low > 0) || (high !== null && high < 0);
  const main = where.rows.find(({ delta }) => isSure && delta / value >= 0.5);
  if (main === undefined) return [];
  const share = main.delta / value;
  const others = share > 1 ? '; the other spans go the other way' : '';
  const call = escapeMarkdown(`${main.service} ${main.operation}`);
  // Not the share first: `>` would begin a quotation there.
  const time = value < 0 ? 'saved' : 'extra';
  return [`- of the ${time} time in the mean, ${formatShare(share)} is self time of ${call}${others}`];
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
  const all = largest.reduce((sum, { delta }) => sum + delta, rest);
  const sides = `${escapeMarkdown(a.name)} and ${escapeMarkdown(b.name)}`;
  return [
    `The means of ${sides} differ by ${difference(total)}. Where, by time on the critical path:`,
    '',
    ...table(
      ['path from the root', 'Δ', 'share', 'more calls', 'slower calls', ''],
      [
        ...largest.map(({ path, delta, low, high, moreCalls, slowerCalls, state }) => [
          escapeMarkdown(path.join(' › ')),
          difference({ value: delta, low, high }),
          shareOf(delta, total.value),
          formatDifference(moreCalls),
          formatDifference(slowerCalls),
          state === 'both' ? '' : stateText(state, a.name, b.name),
        ]),
        ...(others.length === 0
          ? []
          : [[counted(others.length, 'other'), formatDifference(rest), shareOf(rest, total.value), '', '', '']]),
        ['all rows together', difference({ ...total, value: all }), shareOf(all, total.value), '', '', ''],
      ],
    ),
  ];
}

function stateText(state: Exclude<Where['rows'][number]['state'], 'both'>, a: string, b: string): string {
  switch (state) {
    case 'only-in-a':
      return `only in ${escapeMarkdown(a)}`;
    case 'gone':
      return `only in ${escapeMarkdown(b)}`;
    case 'no-longer-waited-for':
      return `called in ${escapeMarkdown(a)}, but not waited for`;
  }
}

function shareOf(part: number, total: number): string {
  if (total === 0) return '';
  // A sum of doubles misses a total that it equals by its last digits.
  return formatShare(Math.abs(part / total - 1) < 1e-9 ? 1 : part / total);
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

/** What Markdown, or GitHub's, would take for markup, a formula, an entity, a name or an address, in texts that come from traces. */
function escapeMarkdown(text: string): string {
  return shownText(text).replace(/[\\`*_[\]<>#|~!&$@]|:(?=\/\/)/g, '\\$&');
}
