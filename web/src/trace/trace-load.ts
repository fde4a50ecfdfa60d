import type { Trace } from '#core/trace/trace.ts';
import type { ApiError } from '../data/api-error.ts';

/** A trace on its way. */
export type TraceLoad =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Pick<ApiError, 'code' | 'detail' | 'advice'> }
  | { readonly status: 'loaded'; readonly trace: Trace };
