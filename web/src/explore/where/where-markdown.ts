import type { WhereAnswer, WhereRow } from '#core/analysis/where/where-answer.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { fillSentenceText } from '../../ui/fill-sentence-text.ts';
import type { LateWords, Words } from '../../ui/words/words.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { foldRows } from './fold-rows.ts';
import { formatCalls } from './format-calls.ts';
import { pathText } from './path-text.ts';
import { stateText } from './state-text.ts';

interface WhereNames {
  readonly a: string;
  readonly b: string;
}

/** The table of *Where* as Markdown: the rows that are shown at first, what the others come to, and the sum, which is the total. */
export function whereMarkdown(
  where: WhereAnswer,
  { a, b }: WhereNames,
  words: Pick<Words, 'where'> & { readonly late: Pick<LateWords, 'inWhere'> },
): string {
  const { rows, total, tracesA, tracesB } = where;
  const { inWhere } = words.late;
  const { shown } = foldRows(rows);
  const shownSum = shown.reduce((sum, index) => sum + rows[index]!.delta.value, 0);
  const left = rows.length - shown.length;
  const caption = fillSentenceText(words.where.caption(tracesA, tracesB), { a, b, total: differenceText(total) });
  const head = [
    inWhere.path,
    escapeMarkdown(a),
    escapeMarkdown(b),
    words.where.difference,
    words.where.moreCalls,
    words.where.slowerCalls,
    words.where.calls,
  ];
  return [
    escapeMarkdown(caption),
    '',
    line(head),
    line([':--', ...head.slice(1).map(() => '--:')]),
    ...shown.map((index) => line(cellsOf(rows, index, a, words).map(escapeMarkdown))),
    ...(left === 0
      ? []
      : [line([inWhere.others(String(left)), '', '', formatDifference(total.value - shownSum), '', '', ''])]),
    line([`**${inWhere.allRows}**`, '', '', escapeMarkdown(differenceText(total)), '', '', '']),
  ].join('\n');
}

function cellsOf(rows: readonly WhereRow[], index: number, a: string, words: Pick<Words, 'where'>): readonly string[] {
  const { meanA, meanB, delta, moreCalls, slowerCalls, callsA, callsB, state } = rows[index]!;
  const said = stateText(state, a, words);
  return [
    pathText(rows, index) + (said === undefined ? '' : ` (${said})`),
    formatDuration(meanA),
    formatDuration(meanB),
    differenceText(delta),
    formatDifference(moreCalls),
    formatDifference(slowerCalls),
    formatCalls(callsA, callsB),
  ];
}

function differenceText(estimate: WhereRow['delta']): string {
  return `${formatEstimatedDifference(estimate)} ${formatInterval(estimate)}`.trim();
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
