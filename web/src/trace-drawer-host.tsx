import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreData } from './data/use-explore-data.ts';
import { useTrace } from './data/use-trace.ts';
import { tracePath } from './routes.ts';
import { TraceDrawer } from './trace/trace-drawer.tsx';
import type { TraceRank } from './trace/trace-rank.ts';
import { traceLoadOf } from './trace-load-of.ts';
import type { ChangeExplore } from './url-state.ts';

interface TraceDrawerHostProps {
  traceId: string;
  data: ExploreData;
  change: ChangeExplore;
  jaegerTraceUrl: string | undefined;
}

/** The drawer over Explore: joins the trace to its place in the list and among the others. */
export function TraceDrawerHost({ traceId, data, change, jaegerTraceUrl }: TraceDrawerHostProps) {
  const query = useTrace(traceId);
  const { answer } = data.explored;
  const row = useRowOfTrace(traceId, data);
  const position = answer?.order.indexOf(row) ?? -1;
  const rank = useMemo(() => (answer === undefined ? undefined : rankOf(answer, row)), [answer, row]);
  // Keys may be ahead of what is drawn: they count from where they have gone, be its place looked up already or not.
  const goneTo = useRef(position);
  useEffect(() => {
    if (position >= 0) goneTo.current = position;
  }, [position]);
  const rowAt = (at: number): number | undefined => (at < 0 ? undefined : answer?.order[at]);
  const stepBy = (step: 1 | -1): (() => void) | undefined => {
    const isLoaded = position >= 0 || goneTo.current >= 0;
    if (!isLoaded || (position >= 0 && rowAt(position + step) === undefined)) return undefined;
    return () => {
      const next = rowAt(goneTo.current + step);
      if (next === undefined) return;
      goneTo.current += step;
      void data.openRow(next);
    };
  };
  const mark = { key: answer?.key, highlight: answer?.highlight };
  const pageHref = tracePath(traceId, mark);
  return (
    <TraceDrawer
      traceId={traceId}
      trace={traceLoadOf(query)}
      highlight={
        mark.key === undefined || mark.highlight === undefined ? undefined : { key: mark.key, group: mark.highlight }
      }
      rank={rank}
      onClose={() => change({ trace: undefined })}
      onNext={stepBy(1)}
      onPrevious={stepBy(-1)}
      onRetry={() => void query.refetch()}
      pageHref={pageHref}
      jaegerUrl={jaegerTraceUrl === undefined ? undefined : `${jaegerTraceUrl}${traceId}`}
    />
  );
}

/** Row of the trace in the span table, −1 until it is known or where it is not loaded. */
function useRowOfTrace(traceId: string, { rowOfTrace, explored }: ExploreData): number {
  const [found, setFound] = useState<{ readonly traceId: string; readonly row: number }>();
  const { answer } = explored;
  useEffect(() => {
    if (answer === undefined) return;
    let isCurrent = true;
    void rowOfTrace(traceId).then((row) => {
      if (isCurrent) setFound({ traceId, row });
    });
    return () => {
      isCurrent = false;
    };
  }, [traceId, rowOfTrace, answer]);
  return found?.traceId === traceId ? found.row : -1;
}

function rankOf({ points, groups }: ExploreAnswer, row: number): TraceRank | undefined {
  const at = points.trace.indexOf(row);
  if (at < 0) return undefined;
  const latency = points.latency[at]!;
  const group = groups[points.group[at]!];
  const below = (latencies: Float64Array): number => latencies.filter((other) => other < latency).length;
  const rank = { slowerThanAll: below(points.latency) / points.latency.length, total: points.latency.length };
  if (group?.isHighlight !== true) return rank;
  return { ...rank, slowerThanGroup: below(group.latencies) / group.n, groupTotal: group.n };
}
