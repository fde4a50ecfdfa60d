import { groupFromText } from '../analysis/group.ts';
import type { SpanTable } from '../spans/span-table.ts';
import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import { addMicros, type Micros } from '../units.ts';
import { drawnStart, tableOf } from './table-from-drawings.ts';

/**
 * A span table with one trace of one span per duration, group by group, a second apart. The span has an event with the attribute
 * `key`=the group's value; groups are written as `groupToText` does, so that `(none)` has no event and `(several)` two values.
 */
export function tableOfDurations(groups: Readonly<Record<string, readonly Micros[]>>, key = 'omikuji'): SpanTable {
  const draws = Object.entries(groups).flatMap(([text, durations]) =>
    durations.map((duration) => ({ values: valuesOf(text), duration })),
  );
  return tableOf(
    draws.map(({ values, duration }, row) => {
      const start = drawnStart(row);
      const span: RawSpan = {
        id: '1'.padStart(16, '0'),
        parentId: '',
        resource: { service: 'demo', attributes: [] },
        operation: '/handler',
        kind: 'server',
        start,
        end: addMicros(start, duration),
        isError: false,
        attributes: [],
        events: values.map((value) => ({ name: '', at: start, attributes: [{ key, type: 'string', value }] })),
        links: [],
        warnings: [],
      };
      return buildTrace(String(row + 1).padStart(32, '0'), [span]);
    }),
  );
}

function valuesOf(text: string): readonly string[] {
  const group = groupFromText(text);
  if (group.kind === 'none') return [];
  return group.kind === 'value' ? [group.value] : ['a', 'b'];
}
