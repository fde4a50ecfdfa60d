import { EVENT_NAME_KEY, type SpanTable } from '../spans/span-table.ts';
import type { Attribute, SpanEvent } from '../trace/trace.ts';
import { attributesOf } from './attributes-of.ts';

interface OpenEvent extends SpanEvent {
  readonly attributes: Attribute[];
}

/** The events of a span of the table. One begins with its name, or, where it has none, with an instant of its own. */
export function eventsOfSpan(table: SpanTable, span: number): readonly SpanEvent[] {
  const from = table.eventOffsets[span]!;
  const events: OpenEvent[] = [];
  attributesOf(table, table.eventCodes.subarray(from, table.eventOffsets[span + 1]!)).forEach((attribute, index) => {
    const at = table.eventTimes[from + index]!;
    const last = events.at(-1);
    if (attribute.key === EVENT_NAME_KEY) events.push({ name: attribute.value, at, attributes: [] });
    else if (last?.at === at) last.attributes.push(attribute);
    else events.push({ name: '', at, attributes: [attribute] });
  });
  return events;
}
