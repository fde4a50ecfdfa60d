import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SliceInfo } from '#core/api.ts';
import { type Micros, SECOND, type UnixMicros, unixMicros, unixMicrosFromMillis } from '#core/units.ts';
import { getSlice } from './api-client.ts';
import type { Dataset } from './dataset.ts';
import type { OnAppend } from './on-append.ts';
import { sliceQuery } from './slice-query.ts';
import type { SpanStore } from './span-store.ts';

const LIVE_MS = 2_000;
const EXPECTING_MS = 400;
/**
 * Traces are read again for so long after they began: late spans complete them. A busy Cassandra takes up to 17 s until all
 * that was written can be read.
 */
const OVERLAP = 30 * SECOND;

/** Slices with something to tell, from all turns: the newest are enough. */
const MOST_REMEMBERED = 50;

export interface Tail {
  /** The newest instant that was read; the dataset's own end before the first turn. */
  readonly readUntil: UnixMicros | undefined;
  readonly slices: readonly SliceInfo[];
  readonly error: Error | undefined;
  readonly answeredAt: number;
}

interface Turn {
  readonly dataset: Dataset;
  readonly readUntil: UnixMicros;
  /** One per turn that was cut; complete turns need not be remembered. */
  readonly slices: readonly SliceInfo[];
}

/**
 * Keeps reading the new end of a dataset: every two seconds while `isLive`, and more often while a trace is expected. Only what is
 * new is asked for, and the last 30 s again; after a long gap in as many slices as it takes. What is there stays where a turn fails; the next turn reads what it missed.
 */
export function useTail(
  store: SpanStore | undefined,
  dataset: Dataset | undefined,
  { isLive, isExpecting }: { readonly isLive: boolean; readonly isExpecting: boolean },
  onAppend: OnAppend,
): Tail {
  const client = useQueryClient();
  const last = useRef<Turn>(undefined);
  const isOn = store !== undefined && dataset !== undefined && (isLive || isExpecting);
  const queryKey = ['tail', dataset];
  const query = useQuery({
    queryKey,
    enabled: isOn,
    refetchInterval: isOn ? (isExpecting ? EXPECTING_MS : LIVE_MS) : false,
    retry: false,
    staleTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }): Promise<Turn> => {
      if (store === undefined || dataset === undefined) throw new Error('asked without a dataset');
      const before = last.current?.dataset === dataset ? last.current : undefined;
      const from = unixMicros(Math.max((before?.readUntil ?? dataset.to) - OVERLAP, dataset.from));
      const now = unixMicrosFromMillis(Date.now());
      const slices: SliceInfo[] = [];
      let window: Micros | undefined;
      for (let end = now; end > from; ) {
        const slice = await getSlice(sliceQuery(dataset, { from, to: end, window }), signal);
        signal.throwIfAborted();
        const { info, appended, revision, replaced } = await store.append(slice);
        if (appended > 0) onAppend(revision, replaced);
        slices.push(info);
        end = unixMicros(info.start - 1);
        window = info.nextWindow;
      }
      const turn: Turn = {
        dataset,
        readUntil: now,
        slices: [
          ...(before?.slices ?? []),
          ...slices.filter(({ state, problems }) => state === 'cut' || problems.length > 0),
        ].slice(-MOST_REMEMBERED),
      };
      last.current = turn;
      return turn;
    },
  });
  const turn = query.data ?? client.getQueryData<Turn>(queryKey);
  return {
    readUntil: turn?.readUntil ?? dataset?.to,
    slices: turn?.slices ?? [],
    error: isOn ? (query.error ?? undefined) : undefined,
    answeredAt: query.dataUpdatedAt,
  };
}
