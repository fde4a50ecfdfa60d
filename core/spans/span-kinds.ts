import type { SpanKind } from '../trace/trace.ts';

/** What `SpanTable.spanKind` points into. The order is part of the Arrow form: append only. */
export const SPAN_KINDS: readonly SpanKind[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
