import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import { pathOfRow } from './path-of-row.ts';

/** More calls than a sentence could hold. */
const MOST_CALLS = 6;

/** A row by its path, for titles and names: `demo /handler › demo /omikuji`; of a long one its end. */
export function pathText(rows: readonly WhereRow[], index: number): string {
  const path = pathOfRow(rows, index);
  const last = path.slice(-MOST_CALLS).map(({ service, operation }) => `${service} ${operation}`);
  return `${path.length > MOST_CALLS ? '… › ' : ''}${last.join(' › ')}`;
}
