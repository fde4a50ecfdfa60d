import { ApiError } from './data/api-error.ts';
import type { useTrace } from './data/use-trace.ts';
import type { TraceLoad } from './trace/trace-load.ts';

/** A query for a trace as the trace feature takes it. */
export function traceLoadOf({ data, error }: ReturnType<typeof useTrace>): TraceLoad {
  if (data !== undefined) return { status: 'loaded', trace: data };
  if (error === null) return { status: 'loading' };
  const problem =
    error instanceof ApiError
      ? { code: error.code, detail: error.detail, advice: error.advice }
      : { code: 'internal' as const, detail: error.message, advice: '' };
  return { status: 'failed', problem };
}
