import type { StoredSpan } from '../../store/stored-span.ts';

/** The span with one more warning. */
export function withWarning(span: StoredSpan, warning: string): StoredSpan {
  return { ...span, warnings: [...span.warnings, warning] };
}
