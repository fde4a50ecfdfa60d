import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SliceInfo } from '#core/api.ts';
import { type Micros, type UnixMicros, unixMicros } from '#core/units.ts';
import { getSlice } from './api-client.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import type { OnAppend } from './on-append.ts';
import { sliceQuery } from './slice-query.ts';
import type { SpanStore } from './span-store.ts';

/** Reading goes on by itself until so many traces are there; then it is up to the reader. */
const ENOUGH_TRACES = 20_000;
const RETRY_MS = 10_000;

/** Where the next older slice ends, and how long a window it should try first. */
interface SliceStart {
  readonly end: UnixMicros;
  readonly window: Micros | undefined;
}

export interface Slices {
  /** The dataset whose traces are in the table; the one before while the first slice of a new one is on its way. */
  readonly shown: Dataset | undefined;
  readonly coverage: Coverage | undefined;
  readonly isReading: boolean;
  /** Why the last attempt failed; what was read before is still there. */
  readonly error: Error | undefined;
  /** When Jaeger last answered, ms since 1970. */
  readonly answeredAt: number;
  readonly hasUnread: boolean;
  readonly stop: () => void;
  readonly readOn: () => void;
}

/**
 * Reads a dataset into the span table, slice by slice from the newest end on: one infinite query. The table is emptied when the
 * first slice of a new dataset has come, and not before: what is on the screen stays until there is something to put there.
 */
export function useSlices(store: SpanStore | undefined, dataset: Dataset | undefined, onAppend: OnAppend): Slices {
  const [shown, setShown] = useState<Dataset>();
  const [stoppedFor, setStoppedFor] = useState<Dataset>();
  const [allFor, setAllFor] = useState<Dataset>();
  // Not the query's own: a new dataset has a query of its own, which has never been answered.
  const [answeredAt, setAnsweredAt] = useState(0);

  const client = useQueryClient();
  const queryKey = useMemo(() => ['slices', dataset], [dataset]);
  const query = useInfiniteQuery({
    queryKey,
    enabled: store !== undefined && dataset !== undefined,
    initialPageParam: { end: dataset?.to ?? unixMicros(0), window: undefined } as SliceStart,
    queryFn: async ({ pageParam, signal }): Promise<SliceInfo> => {
      if (store === undefined || dataset === undefined) throw new Error('asked without a dataset');
      const { from, to } = dataset;
      const isFirst = pageParam.end === to;
      const slice = await getSlice(sliceQuery(dataset, { from, to: pageParam.end, window: pageParam.window }), signal);
      signal.throwIfAborted();
      setAnsweredAt(Date.now());
      if (isFirst) await store.clear();
      const { info, revision, replaced } = await store.append(slice);
      if (isFirst) setShown(dataset);
      onAppend(revision, replaced);
      return info;
    },
    getNextPageParam: ({ start, nextWindow }): SliceStart | undefined =>
      dataset !== undefined && start > dataset.from ? { end: unixMicros(start - 1), window: nextWindow } : undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const slices = useMemo(() => data?.pages ?? [], [data]);
  const traces = slices.reduce((sum, slice) => sum + slice.traces, 0);
  const isStopped = stoppedFor === dataset || (traces >= ENOUGH_TRACES && allFor !== dataset);

  const attempt = useCallback(() => {
    void (slices.length === 0 ? refetch() : fetchNextPage());
  }, [slices.length, refetch, fetchNextPage]);

  useEffect(() => {
    if (!hasNextPage || isFetching || isStopped || error !== null) return;
    void fetchNextPage();
  }, [hasNextPage, isFetching, isStopped, error, fetchNextPage]);

  useEffect(() => {
    if (error === null || isFetching || isStopped || dataset === undefined) return;
    const timer = setTimeout(attempt, RETRY_MS);
    return () => clearTimeout(timer);
  }, [error, isFetching, isStopped, dataset, attempt]);

  const coverage = useMemo(() => {
    if (dataset === undefined) return undefined;
    const older = error !== null && !isFetching ? 'failed' : isFetching ? 'reading' : 'unread';
    return coverageOf(dataset.from, dataset.to, slices, older);
  }, [dataset, slices, isFetching, error]);

  return {
    shown,
    coverage,
    isReading: isFetching,
    error: error ?? undefined,
    answeredAt,
    hasUnread: hasNextPage || (slices.length === 0 && !isFetching),
    // What is on its way ends too, here and at Jaeger.
    stop: () => {
      setStoppedFor(dataset);
      void client.cancelQueries({ queryKey, exact: true });
    },
    readOn: () => {
      setStoppedFor(undefined);
      setAllFor(dataset);
      if (!isFetching) attempt();
    },
  };
}
