import { skipToken, useQuery } from '@tanstack/react-query';
import type { Outdated } from './outdated.ts';
import { OUTDATED_KEY } from './watch-outdated.ts';

/** Why this page should be loaded anew; `undefined` as long as all is well. */
export function useOutdated(): Outdated | undefined {
  return useQuery<Outdated>({ queryKey: OUTDATED_KEY, queryFn: skipToken }).data;
}
