import type { Group } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import type { Attribute, SpanEvent, Trace } from '#core/trace/trace.ts';

/** What a highlight is about: one group of one key. */
export interface Highlight {
  readonly key: GroupKey;
  readonly group: Group;
}

/** A span that carries the highlighted annotation. */
export interface HighlightMatch {
  /** Index into `Trace.spans`. */
  readonly span: number;
  /** Indexes into its events, of those that carry it; empty for a tag or a resource. */
  readonly events: readonly number[];
}

/**
 * The spans, and of these the events, that carry a highlighted annotation, in the order of the trace. A value is matched where it stands,
 * even if the trace has other values beside it. The group *several* is every carrier of the key, if they do not agree; *none* is nowhere,
 * and neither is what belongs to a trace as a whole.
 */
export function highlightMatches(trace: Trace, { key, group }: Highlight): readonly HighlightMatch[] {
  if (group.kind === 'none' || group.kind === 'side' || key.scope === 'trace') return [];
  const seen = new Set<string>();
  const hasMatch = (values: readonly string[]): boolean => {
    for (const value of values) seen.add(value);
    return group.kind === 'several' ? values.length > 0 : values.includes(group.value);
  };
  const matches: HighlightMatch[] = [];
  for (const [index, span] of trace.spans.entries()) {
    if (key.scope === 'event') {
      const events = span.events.flatMap((event, at) => (hasMatch(eventValues(event, key.key)) ? [at] : []));
      if (events.length > 0) matches.push({ span: index, events });
    } else {
      const attributes = key.scope === 'tag' ? span.attributes : trace.resources[span.resource]!.attributes;
      if (hasMatch(valuesOf(attributes, key.key))) matches.push({ span: index, events: [] });
    }
  }
  return group.kind === 'several' && seen.size < 2 ? [] : matches;
}

/** Whether an annotation is the highlighted one, where the key's scope is the one given. Of the group *several*, any value is. */
export function isHighlighted(
  highlight: Highlight | undefined,
  scope: GroupKey['scope'],
  key: string,
  value: string,
): boolean {
  if (highlight === undefined || highlight.key.scope !== scope || highlight.key.key !== key) return false;
  return highlight.group.kind === 'several' || (highlight.group.kind === 'value' && highlight.group.value === value);
}

/** The event's own text counts as an annotation, unless it is empty. */
function eventValues(event: SpanEvent, key: string): readonly string[] {
  const values = valuesOf(event.attributes, key);
  return key === EVENT_NAME_KEY && event.name !== '' ? [event.name, ...values] : values;
}

function valuesOf(attributes: readonly Attribute[], key: string): readonly string[] {
  return attributes.filter((attribute) => attribute.key === key).map(({ value }) => value);
}
