import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { operationsAnswer, servicesAnswer } from '#core/api.ts';
import { getJson } from './api-client.ts';

const FRESH_MS = 30_000;
/** Without a service nothing can be asked: a Jaeger that comes back, and its first span, are noticed by themselves. */
const RETRY_MS = 10_000;

/** The services that Jaeger knows. */
export function useServices(): UseQueryResult<readonly string[]> {
  return useQuery({
    queryKey: ['services'],
    queryFn: async ({ signal }) => (await getJson('services', {}, servicesAnswer, signal)).services,
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.status === 'error' || state.data?.length === 0 ? RETRY_MS : false),
  });
}

/** The operations of a service. */
export function useOperations(service: string | undefined): UseQueryResult<readonly string[]> {
  return useQuery({
    queryKey: ['operations', service],
    queryFn: async ({ signal }) =>
      (await getJson('operations', { service: service ?? '' }, operationsAnswer, signal)).operations,
    enabled: service !== undefined,
    staleTime: FRESH_MS,
  });
}
