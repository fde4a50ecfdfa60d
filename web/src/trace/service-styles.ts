import { valueGroup } from '#core/analysis/group.ts';
import type { Trace } from '#core/trace/trace.ts';
import { type GroupStyle, groupStyles } from '../ui/group-styles.ts';

/** The colour of each service of a trace, by the rule of groups; `undefined` where there is one service only, for it tells nothing. */
export function serviceStyles(trace: Trace): ReadonlyMap<string, GroupStyle> | undefined {
  const spansOf = new Map<string, number>();
  for (const { resource } of trace.spans) {
    const service = trace.resources[resource]!.service;
    spansOf.set(service, (spansOf.get(service) ?? 0) + 1);
  }
  if (spansOf.size < 2) return undefined;
  const groups = [...spansOf].map(([service, n]) => ({ group: valueGroup(service), isHighlight: false, n }));
  const styles = groupStyles({ scope: 'resource', key: 'service.name' }, groups);
  return new Map([...spansOf.keys()].map((service, index) => [service, styles[index]!]));
}
