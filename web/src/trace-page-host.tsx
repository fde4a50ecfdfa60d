import { useSearch } from 'wouter';
import { ConnectionStatus } from './connection/connection-status.tsx';
import { useTrace } from './data/use-trace.ts';
import { explorePath } from './routes.ts';
import { TracePage } from './trace/trace-page.tsx';
import { traceLoadOf } from './trace-load-of.ts';
import { PageBar } from './ui/page-bar.tsx';
import { type ExploreState, stateFromSearch } from './url-state.ts';

interface TracePageHostProps {
  traceId: string;
  /** Explore as it was last, to go back to. */
  exploreState: ExploreState;
  jaegerTraceUrl: string | undefined;
}

/** The page of one trace; its URL says what is highlighted in it. */
export function TracePageHost({ traceId, exploreState, jaegerTraceUrl }: TracePageHostProps) {
  const query = useTrace(traceId);
  const { key, highlight } = stateFromSearch(useSearch());
  return (
    <>
      <PageBar connection={<ConnectionStatus />} />
      <TracePage
        traceId={traceId}
        trace={traceLoadOf(query)}
        highlight={key === undefined || highlight === undefined ? undefined : { key, group: highlight }}
        backHref={explorePath({ ...exploreState, trace: undefined })}
        onRetry={() => void query.refetch()}
        jaegerUrl={jaegerTraceUrl === undefined ? undefined : `${jaegerTraceUrl}${traceId}`}
      />
    </>
  );
}
