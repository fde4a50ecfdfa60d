import type { Estimate } from '#core/analysis/estimate.ts';
import type { ExploreAnswer, GroupRow } from '#core/analysis/explore-answer.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatShare } from '#core/format/format-share.ts';
import { groupName } from '../../ui/group-name.ts';
import type { Words } from '../../ui/words/words.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { captionText } from '../values/caption-text.ts';
import { headingText } from '../values/heading-text.ts';

const NOTHING = '\u2013';

/** The table of values as Markdown with its heading, all of its rows; empty where there is nothing to group by. */
export function valuesMarkdown(
  answer: Pick<ExploreAnswer, 'key' | 'split' | 'groups' | 'highlight'>,
  words: Pick<Words, 'values'>,
): string {
  const heading = headingText(answer, words);
  if (heading === undefined) return '';
  const { values } = words;
  const head = [values.value, values.count, values.share, values.p50, values.p95, values.p99, values.shift];
  return [
    `**${escapeMarkdown(heading)}** (${escapeMarkdown(captionText(answer, words))})`,
    '',
    line([...head, values.verdict]),
    line([':--', ...head.slice(1).map(() => '--:'), ':--']),
    ...answer.groups.map((row) => line(cellsOf(row, words).map(escapeMarkdown))),
  ].join('\n');
}

function cellsOf(row: GroupRow, words: Pick<Words, 'values'>): readonly string[] {
  const { values } = words;
  const isShown = row.isIncluded && row.n > 0;
  return [
    groupName(row.group, words) + (row.isHighlight ? ' ◆' : ''),
    formatCount(row.n),
    formatShare(row.share),
    ...(isShown
      ? [
          estimateText(row.p50, formatEstimate),
          estimateText(row.p95, formatEstimate),
          estimateText(row.p99, formatEstimate),
          estimateText(row.shift, formatEstimatedDifference),
        ]
      : [NOTHING, NOTHING, NOTHING, NOTHING]),
    !row.isIncluded ? values.leftOut : row.verdict === undefined ? values.noRest : values.verdicts[row.verdict],
  ];
}

function estimateText(estimate: Estimate | undefined, write: (estimate: Estimate) => string): string {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return NOTHING;
  return `${write(estimate)} ${formatInterval(estimate)}`.trim();
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
