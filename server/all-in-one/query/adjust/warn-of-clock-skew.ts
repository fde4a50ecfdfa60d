import { formatGoDuration } from '../../go-duration.ts';
import { NO_SPAN_ID, type SpanResource, type StoredSpan } from '../../store/stored-span.ts';
import { once } from './once.ts';
import { withWarning } from './with-warning.ts';

/*
 * Jaeger computes by how much the clock of a span's host seems to differ from its parent's, and by default does nothing but
 * say so. The words are its words (adjuster/clockskew.go).
 */

interface Skew {
  readonly host: string;
  readonly nanos: bigint;
}

/** Adds the warnings: duplicate ids, parents that are missing, and the skew that would be corrected. */
export function warnOfClockSkew(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const hostOf = once(hostKey);
  const byId = new Map<string, StoredSpan>();
  const duplicates = new Set<StoredSpan>();
  for (const span of spans) {
    if (byId.has(span.spanId)) duplicates.add(span);
    else byId.set(span.spanId, span);
  }

  const skews = new Map<StoredSpan, Skew>();
  const orphans = new Set<StoredSpan>();
  const children = Map.groupBy(byId.values(), (span) => byId.get(span.parentSpanId));
  const toVisit: StoredSpan[] = [];
  for (const root of children.get(undefined) ?? []) {
    if (root.parentSpanId !== NO_SPAN_ID) orphans.add(root);
    skews.set(root, { host: hostOf(root.resource), nanos: 0n });
    toVisit.push(root);
  }
  // Every span has one parent, so none is met twice; cycles hang on no root and are never met.
  for (let parent = toVisit.pop(); parent !== undefined; parent = toVisit.pop()) {
    const inherited = skews.get(parent) ?? { host: '', nanos: 0n };
    for (const child of children.get(parent) ?? []) {
      const host = hostOf(child.resource);
      skews.set(child, host === inherited.host && host !== '' ? inherited : { host, nanos: skewNanos(child, parent) });
      toVisit.push(child);
    }
  }

  return spans.map((span) => {
    if (duplicates.has(span)) return withWarning(span, 'duplicate span IDs; skipping clock skew adjustment');
    if (orphans.has(span)) {
      return withWarning(
        span,
        `parent span ID=${span.parentSpanId} is not in the trace; skipping clock skew adjustment`,
      );
    }
    const nanos = skews.get(span)?.nanos ?? 0n;
    if (nanos === 0n) return span;
    const delta = formatGoDuration(nanos);
    return withWarning(span, `clock skew adjustment disabled; not applying calculated delta of ${delta}`);
  });
}

/**
 * By how much the child would have to move. One that lasts longer than its parent must only not start before it; another one
 * that does not lie within its parent is put in its middle, as if request and response took the same time on their way.
 */
function skewNanos(child: StoredSpan, parent: StoredSpan): bigint {
  const childDuration = child.endNanos - child.startNanos;
  const parentDuration = parent.endNanos - parent.startNanos;
  const startsEarly = child.startNanos < parent.startNanos;
  if (childDuration > parentDuration) return startsEarly ? parent.startNanos - child.startNanos : 0n;
  if (!startsEarly && child.endNanos <= parent.endNanos) return 0n;
  const latency = (parentDuration - childDuration) / 2n;
  return parent.startNanos + latency - child.startNanos;
}

/** What tells one host from another; empty where nothing does. */
function hostKey({ attributes }: SpanResource): string {
  for (const key of ['host.id', 'host.ip', 'host.name']) {
    const value = attributes.find((attribute) => attribute.key === key)?.value;
    if (value?.type === 'string') return value.value;
    const first = value?.type === 'list' ? value.values[0] : undefined;
    if (first?.type === 'string') return first.value;
  }
  return '';
}
