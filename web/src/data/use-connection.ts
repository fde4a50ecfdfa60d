import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type ConnectionAnswer, connectionAnswer } from '#core/api.ts';
import { getJson } from './api-client.ts';

const LOOKED_AT_MS = 10_000;
/** What the embedded Jaeger drops is to be noticed, if not at once. */
const EMBEDDED_MS = 30_000;

const QUERY_KEY = ['connection'];
/** Requests for which our server asks Jaeger. */
const ASKS_JAEGER: ReadonlySet<unknown> = new Set(['services', 'operations', 'slices', 'tail', 'trace']);

/**
 * How the server stands with Jaeger. Asked again when a request that goes to Jaeger fails or succeeds for the first time or after the
 * opposite, and every ten seconds while it is looked at. It asks Jaeger nothing.
 */
export function useConnection(isLookedAt: boolean): UseQueryResult<ConnectionAnswer> {
  const client = useQueryClient();
  useEffect(() => {
    let wasOk: boolean | undefined;
    return client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || !ASKS_JAEGER.has(event.query.queryKey[0])) return;
      const { type } = event.action;
      if (type !== 'success' && type !== 'error') return;
      const isOk = type === 'success';
      if (isOk === wasOk) return;
      wasOk = isOk;
      void client.invalidateQueries({ queryKey: QUERY_KEY });
    });
  }, [client]);
  useEffect(() => {
    if (isLookedAt) void client.invalidateQueries({ queryKey: QUERY_KEY });
  }, [client, isLookedAt]);
  return useQuery({
    queryKey: QUERY_KEY,
    queryFn: ({ signal }) => getJson('connection', {}, connectionAnswer, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchInterval: ({ state }) => {
      if (isLookedAt) return LOOKED_AT_MS;
      return state.data?.embedded === undefined ? false : EMBEDDED_MS;
    },
  });
}
