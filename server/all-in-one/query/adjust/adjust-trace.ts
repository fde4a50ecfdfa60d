import type { StoredSpan } from '../../store/stored-span.ts';
import { deduplicateSpans } from './deduplicate-spans.ts';
import { moveLibraryAttributes } from './move-library-attributes.ts';
import { normalizeIpAttributes } from './normalize-ip-attributes.ts';
import { removeEmptyLinks } from './remove-empty-links.ts';
import { separateServerSpans } from './separate-server-spans.ts';
import { sortAttributes } from './sort-attributes.ts';
import { warnOfClockSkew } from './warn-of-clock-skew.ts';

/**
 * What jaeger-query 2.20 does to a trace when it is read without `raw=true`, in its order
 * (cmd/jaeger/internal/extension/jaegerquery/internal/adjuster/standard.go). Nothing is written back to the store.
 */
export function adjustTrace(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const steps = [
    separateServerSpans,
    sortAttributes,
    deduplicateSpans,
    warnOfClockSkew,
    normalizeIpAttributes,
    moveLibraryAttributes,
    removeEmptyLinks,
  ];
  return steps.reduce((adjusted, step) => step(adjusted), spans);
}
