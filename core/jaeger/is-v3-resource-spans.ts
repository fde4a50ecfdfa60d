import { MAX_ITEMS, MAX_SPANS } from './legacy-wire.ts';
import { isNanos, isV3Id, isV3KeyValue, type V3ResourceSpans } from './v3-wire.ts';

/**
 * Whether a parsed JSON value is an element of `result.resourceSpans` of the v3 dialect, without what the schema spends
 * on it (see `is-legacy-trace.ts`). It says yes exactly where `v3ResourceSpans` does; where it says no, ask the schema,
 * which knows what is wrong. Nothing is copied: fields that the schema does not name are still there.
 */
export function isV3ResourceSpans(wire: unknown): wire is V3ResourceSpans {
  if (!isObject(wire)) return false;
  const { resource, scopeSpans } = wire;
  return (
    (resource == null || (isObject(resource) && areKeyValues(resource.attributes))) &&
    isListOrAbsent(scopeSpans, isScopeSpans, MAX_ITEMS)
  );
}

function isScopeSpans(item: unknown): boolean {
  if (!isObject(item)) return false;
  const { scope, spans } = item;
  return (
    (scope == null || (isObject(scope) && isTextOrAbsent(scope.name) && isTextOrAbsent(scope.version))) &&
    isListOrAbsent(spans, isSpan, MAX_SPANS)
  );
}

function isSpan(item: unknown): boolean {
  if (!isObject(item)) return false;
  const { status } = item;
  return (
    isV3Id(item.traceId, 32) &&
    isV3Id(item.spanId, 16) &&
    isV3Id(item.parentSpanId, 16) &&
    isTextOrAbsent(item.traceState) &&
    isTextOrAbsent(item.name) &&
    isEnumerationOrAbsent(item.kind) &&
    isNanosOrAbsent(item.startTimeUnixNano) &&
    isNanosOrAbsent(item.endTimeUnixNano) &&
    areKeyValues(item.attributes) &&
    isListOrAbsent(item.events, isEvent, MAX_ITEMS) &&
    isListOrAbsent(item.links, isLink, MAX_ITEMS) &&
    (status == null || (isObject(status) && isEnumerationOrAbsent(status.code) && isTextOrAbsent(status.message)))
  );
}

function isEvent(item: unknown): boolean {
  return (
    isObject(item) && isNanosOrAbsent(item.timeUnixNano) && isTextOrAbsent(item.name) && areKeyValues(item.attributes)
  );
}

function isLink(item: unknown): boolean {
  return isObject(item) && isV3Id(item.traceId, 32) && isV3Id(item.spanId, 16) && areKeyValues(item.attributes);
}

function areKeyValues(value: unknown): boolean {
  return isListOrAbsent(value, isV3KeyValue, MAX_ITEMS);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOrAbsent(value: unknown): boolean {
  return value == null || typeof value === 'string';
}

function isNanosOrAbsent(value: unknown): boolean {
  return value == null || isNanos(value);
}

/** The schema takes no number that is not finite. */
function isEnumerationOrAbsent(value: unknown): boolean {
  return value == null || typeof value === 'string' || Number.isFinite(value);
}

function isListOrAbsent(value: unknown, isItem: (item: unknown) => boolean, max: number): boolean {
  if (value == null) return true;
  if (!Array.isArray(value) || value.length > max) return false;
  for (const item of value) if (!isItem(item)) return false;
  return true;
}
