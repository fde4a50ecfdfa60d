import { EVENT_NAME_KEY, type SpanTable } from '../spans/span-table.ts';
import type { GroupKey } from './group-key.ts';

/** Index of a key in the table's dictionary; −1 where no span carries it, as with a derived key. */
export function keyIndexOf(table: SpanTable, key: GroupKey | undefined): number {
  return table.annotations.keys.findIndex((known) => known.scope === key?.scope && known.key === key.key);
}

/**
 * Calls `visit` for each time a span of trace `trace` carries the key (index `keyIndex`), in the order of spans. `time` is that
 * of the event, µs from the start of the trace, and NaN for tags and resources.
 */
export function scanKey(
  table: SpanTable,
  keyIndex: number,
  trace: number,
  visit: (span: number, code: number, time: number) => void,
): void {
  const { keyOfCode, keys } = table.annotations;
  const from = table.firstSpan[trace]!;
  const to = table.firstSpan[trace + 1]!;
  switch (keys[keyIndex]!.scope) {
    case 'event':
      for (let span = from; span < to; span++) {
        for (let i = table.eventOffsets[span]!; i < table.eventOffsets[span + 1]!; i++) {
          const code = table.eventCodes[i]!;
          if (keyOfCode[code] === keyIndex) visit(span, code, table.eventTimes[i]!);
        }
      }
      return;
    case 'tag':
      for (let span = from; span < to; span++) {
        for (let i = table.tagOffsets[span]!; i < table.tagOffsets[span + 1]!; i++) {
          const code = table.tagCodes[i]!;
          if (keyOfCode[code] === keyIndex) visit(span, code, Number.NaN);
        }
      }
      return;
    case 'resource':
      for (let span = from; span < to; span++) {
        for (const code of table.resources[table.spanResource[span]!]!) {
          if (keyOfCode[code] === keyIndex) visit(span, code, Number.NaN);
        }
      }
  }
}

/** The key that is an event's own text, and not an attribute of it. */
export function isEventName({ scope, key }: GroupKey): boolean {
  return scope === 'event' && key === EVENT_NAME_KEY;
}
