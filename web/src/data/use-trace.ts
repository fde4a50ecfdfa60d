import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { traceAnswer } from '#core/api.ts';
import type { Trace } from '#core/trace/trace.ts';
import { getJson } from './api-client.ts';

/** One whole trace. */
export function useTrace(traceId: string | undefined): UseQueryResult<Trace> {
  return useQuery({
    queryKey: ['trace', traceId],
    queryFn: async ({ signal }) =>
      (await getJson(`traces/${encodeURIComponent(traceId ?? '')}`, {}, traceAnswer, signal)).trace,
    enabled: traceId !== undefined,
    staleTime: 60_000,
  });
}
