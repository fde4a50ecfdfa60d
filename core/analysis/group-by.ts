import type { SpanTable } from '../spans/span-table.ts';
import { groupDerived } from './group-derived.ts';
import type { GroupKey } from './group-key.ts';
import { type Grouping, groupTraces } from './group-traces.ts';
import type { GroupingContext } from './grouping-context.ts';

/** Groups every trace of the table by a key of either kind. */
export function groupBy(table: SpanTable, key: GroupKey, context: GroupingContext): Grouping {
  return key.scope === 'trace'
    ? groupDerived(table, { scope: 'trace', key: key.key }, context)
    : groupTraces(table, { scope: key.scope, key: key.key });
}
