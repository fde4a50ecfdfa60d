import type { SpanTable } from '../spans/span-table.ts';
import { groupDerived } from './group-derived.ts';
import type { GroupKey } from './group-key.ts';
import { type Grouping, groupTraces } from './group-traces.ts';
import type { GroupingContext } from './grouping-context.ts';

/** Groups the traces of the table, or those in `rows` alone, by a key of either kind. */
export function groupBy(table: SpanTable, key: GroupKey, context: GroupingContext, rows?: Int32Array): Grouping {
  return key.scope === 'trace'
    ? groupDerived(table, { scope: 'trace', key: key.key }, context, rows)
    : groupTraces(table, { scope: key.scope, key: key.key }, rows);
}
