import { useQuery } from '@tanstack/react-query';
import { type AboutAnswer, aboutAnswer } from '#core/api.ts';
import { getJson } from './api-client.ts';

/** What this server is, asked once. `undefined` until it has said so. */
export function useAbout(): AboutAnswer | undefined {
  return useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => getJson('about', {}, aboutAnswer, signal),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
