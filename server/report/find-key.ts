import { callsOf, DERIVED_KEYS, type GroupKey, isFixedDerivedKey } from '#core/analysis/group-key.ts';
import type { AnnotationKey, SpanTable } from '#core/spans/span-table.ts';

const SCOPES = ['event', 'tag', 'resource'] as const;

/** The keys that every trace has. */
export const DERIVED_KEY_NAMES: readonly string[] = DERIVED_KEYS.map((key) => `trace:${key}`);

/**
 * The key that a text means: `tag:http.method`, `trace:error`, or a name alone, which is that on events, on tags, on resources or of
 * the trace itself, the first that there is. `undefined` where no trace carries it.
 */
export function findKey(table: SpanTable, text: string): GroupKey | undefined {
  return keyNamed(table, text) ?? keyWithScope(table, text) ?? derivedKey(table, text);
}

function keyNamed({ annotations }: SpanTable, name: string): AnnotationKey | undefined {
  const same = annotations.keys.filter(({ key }) => key === name);
  return SCOPES.map((scope) => same.find((key) => key.scope === scope)).find((key) => key !== undefined);
}

function keyWithScope(table: SpanTable, text: string): GroupKey | undefined {
  const trace = /^trace:(.+)$/s.exec(text);
  if (trace !== null) return derivedKey(table, trace[1]!);
  return table.annotations.keys.find(({ scope, key }) => text === `${scope}:${key}`);
}

function derivedKey(table: SpanTable, name: string): GroupKey | undefined {
  const call = callsOf(name);
  const isKnown = call === undefined ? isFixedDerivedKey(name) : hasCall(table, call);
  return isKnown ? { scope: 'trace', key: name } : undefined;
}

function hasCall({ services, operations, spanService, spanOperation }: SpanTable, call: string): boolean {
  return spanService.some((service, span) => call === `${services[service]!} ${operations[spanOperation[span]!]!}`);
}
