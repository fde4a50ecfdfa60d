import { isDashboard } from '../model/our-image.ts';
import type { Container, Probe } from '../model/pod.ts';
import { containerRule, type Rule, type Said, sayIf } from './rule.ts';

const KINDS = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const present = containerRule('what runs on has all three probes', (container, { kind, pod }) => {
  const runsOn = (kind === 'Deployment' || kind === 'StatefulSet') && pod.spec.containers.includes(container);
  return runsOn ? KINDS.flatMap((name) => sayIf(container[name] === undefined, name, 'is missing')) : [];
});

const asksOneThing = containerRule('a probe asks one thing', (container) =>
  eachProbe(container, ({ httpGet, tcpSocket, grpc, exec }) => {
    const asked = [httpGet, tcpSocket, grpc, exec].filter((one) => one !== undefined);
    return asked.length === 1 ? [] : ['must have one of httpGet, tcpSocket, grpc and exec'];
  }),
);

const timing = containerRule('a probe ends before the next one', (container) =>
  eachProbe(container, ({ timeoutSeconds, periodSeconds }) =>
    timeoutSeconds < periodSeconds
      ? []
      : [`timeoutSeconds ${timeoutSeconds} is not less than periodSeconds ${periodSeconds}`],
  ),
);

const thresholds = containerRule('one success is enough to be alive', (container) =>
  eachProbe(container, ({ successThreshold }, name) =>
    successThreshold === 1 || name === 'readinessProbe' ? [] : ['successThreshold must be 1'],
  ),
);

/** Else a slow start is ended by the liveness probe, again and again. */
const patience = containerRule('a start may take half a minute', (container) =>
  sayIf(
    container.startupProbe !== undefined &&
      container.startupProbe.periodSeconds * container.startupProbe.failureThreshold < 30,
    'startupProbe',
    'periodSeconds × failureThreshold is less than 30 s',
  ),
);

/** What the paths mean is said in server/routes.ts; another test asks the real server for them. */
const DASHBOARD_PATHS = { startupProbe: '/healthz', readinessProbe: '/readyz', livenessProbe: '/healthz' } as const;

const dashboardPaths = containerRule(
  'the dashboard is asked apart whether it lives and whether it is ready',
  (container) =>
    isDashboard(container)
      ? KINDS.flatMap((name) =>
          sayIf(container[name]?.httpGet?.path !== DASHBOARD_PATHS[name], name, `must ask ${DASHBOARD_PATHS[name]}`),
        )
      : [],
);

function eachProbe(
  container: Container,
  check: (probe: Probe, name: (typeof KINDS)[number]) => readonly string[],
): readonly Said[] {
  return KINDS.flatMap((name) => {
    const probe = container[name];
    return probe === undefined ? [] : check(probe, name).map((message): Said => [name, message]);
  });
}

export const PROBE_RULES: readonly Rule[] = [present, asksOneThing, timing, thresholds, patience, dashboardPaths];
