import type { StoredSpan } from '../../store/stored-span.ts';

/** Of spans that are the same in everything the first one stays. */
export function deduplicateSpans(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  // Most ids occur once: those spans need no comparison, so nothing is written out for them.
  const byId = new Map<string, { readonly first: StoredSpan; readonly fingerprints: Set<string> }>();
  return spans.filter((span) => {
    const sameId = byId.get(span.spanId);
    if (sameId === undefined) {
      byId.set(span.spanId, { first: span, fingerprints: new Set() });
      return true;
    }
    const { first, fingerprints } = sameId;
    if (fingerprints.size === 0) fingerprints.add(fingerprint(first));
    const before = fingerprints.size;
    return fingerprints.add(fingerprint(span)).size > before;
  });
}

function fingerprint(span: StoredSpan): string {
  return JSON.stringify(span, (_key, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  });
}
