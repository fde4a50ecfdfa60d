import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ConnectionStatus } from './connection/connection-status.tsx';
import { useAbout } from './data/use-about.ts';
import { useExploreData } from './data/use-explore-data.ts';
import { ExplorePage } from './explore/explore-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { ROUTES } from './routes.ts';
import { useExploreState } from './use-explore-state.ts';

const TraceDrawerHost = lazy(() =>
  import('./trace-drawer-host.tsx').then((module) => ({ default: module.TraceDrawerHost })),
);
const TracePageHost = lazy(() => import('./trace-page-host.tsx').then((module) => ({ default: module.TracePageHost })));

/** The pages, and the data of Explore above them: going to a trace and back reads nothing anew. */
export function App() {
  const { state, change, wasOpen } = useExploreState();
  const data = useExploreData(state, change, wasOpen);
  const about = useAbout();
  return (
    <Switch>
      <Route path={ROUTES.explore}>
        <ExplorePage
          state={state}
          change={change}
          data={data}
          connection={<ConnectionStatus />}
          canDraw={about?.isEmbedded ?? false}
        />
        {state.trace !== undefined && (
          <Suspense>
            <TraceDrawerHost traceId={state.trace} data={data} change={change} jaegerTraceUrl={about?.jaegerTraceUrl} />
          </Suspense>
        )}
      </Route>
      <Route path={ROUTES.trace}>
        {({ id }) => (
          <Suspense>
            <TracePageHost traceId={id} exploreState={state} jaegerTraceUrl={about?.jaegerTraceUrl} />
          </Suspense>
        )}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
