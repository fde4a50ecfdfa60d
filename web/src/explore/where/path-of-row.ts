import type { Call } from '#core/analysis/where/example-trace.ts';
import type { WhereRow } from '#core/analysis/where/where-answer.ts';

/** The calls from the root to a row, the row itself last. */
export function pathOfRow(rows: readonly WhereRow[], index: number): readonly Call[] {
  const path: Call[] = [];
  for (let at = index; at >= 0; at = rows[at]!.parent) {
    const { service, operation } = rows[at]!;
    path.unshift({ service, operation });
  }
  return path;
}
