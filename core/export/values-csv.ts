import type { Estimate } from '../analysis/estimate.ts';
import type { ExploreAnswer, GroupRow } from '../analysis/explore-answer.ts';
import type { Group } from '../analysis/group.ts';
import { csvRow } from './csv-row.ts';

const HEADER = [
  'value',
  'kind',
  'is_highlight',
  'is_included',
  'n',
  'share',
  ...estimateNames('p50'),
  ...estimateNames('p95'),
  ...estimateNames('p99'),
  ...estimateNames('shift'),
  'verdict',
];

/**
 * The table of values as CSV (RFC 4180), a record per group in the order of the page: all durations in µs, shares from 0 to 1, an
 * interval's end empty where it is open. `kind` is `value`, `none`, `several` or `side`: `(none)` under `value` is a value of that
 * name only where `kind` says `value`. What is left out has its count alone.
 */
export function valuesCsv({ groups }: Pick<ExploreAnswer, 'groups'>): string {
  return [HEADER, ...groups.map(cellsOf)].map(csvRow).join('');
}

function cellsOf(row: GroupRow): readonly (string | number | undefined)[] {
  const isShown = row.isIncluded && row.n > 0;
  const estimates = isShown ? [row.p50, row.p95, row.p99, row.shift] : [undefined, undefined, undefined, undefined];
  return [
    nameOf(row.group),
    row.group.kind,
    String(row.isHighlight),
    String(row.isIncluded),
    row.n,
    row.share,
    ...estimates.flatMap(numbersOf),
    isShown ? row.verdict : undefined,
  ];
}

function nameOf(group: Group): string {
  switch (group.kind) {
    case 'value':
      return group.value;
    case 'side':
      return group.side;
    case 'none':
    case 'several':
      return `(${group.kind})`;
  }
}

function estimateNames(name: string): readonly string[] {
  return [`${name}_us`, `${name}_low_us`, `${name}_high_us`];
}

function numbersOf(estimate: Estimate | undefined): readonly (number | undefined)[] {
  const finite = (value: number | undefined) => (Number.isFinite(value) ? value : undefined);
  return [estimate?.value, estimate?.low, estimate?.high].map(finite);
}
