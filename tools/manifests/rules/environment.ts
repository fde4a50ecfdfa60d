import { configErrorText, readConfig } from '../../../server/config.ts';
import { CONFIG_VARIABLES } from '../../../server/config-variables.ts';
import { readSettings } from '../../../server/omikuji/read-settings.ts';
import { isLoopback } from '../model/addresses.ts';
import { type EnvEntry, environmentOf } from '../model/environment.ts';
import { isDashboard, isOmikuji } from '../model/our-image.ts';
import { containerRule, type Rule, type Said, sayIf } from './rule.ts';

/** What Node reads by itself. */
const OF_NODE = ['NODE_ENV', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'TZ', 'UV_THREADPOOL_SIZE'];

/** What the image sets: see Dockerfile. */
const OF_IMAGE = { HOST: '0.0.0.0', PORT: '3000' };

const dashboardNames = containerRule('the dashboard knows its variables', (container, _workload, overlay) =>
  isDashboard(container)
    ? environmentOf(overlay, container).flatMap(({ name, path }) =>
        sayIf(
          !Object.hasOwn(CONFIG_VARIABLES, name) && !OF_NODE.includes(name),
          path,
          'is in no table of server/config-variables.ts',
        ),
      )
    : [],
);

const dashboardValues = containerRule('the dashboard can use its variables', (container, { pod }, overlay) => {
  if (!isDashboard(container)) return [];
  const entries = environmentOf(overlay, container);
  const read = readConfig({ ...OF_IMAGE, ...knownValues(entries) });
  if (read.kind === 'errors') return read.errors.map((error): Said => ['env', configErrorText(error)]);
  const { host, dashboard, jaegerQueryUrl, jaegerUiUrl } = read.config;
  const ports = pod.spec.containers.flatMap((one) => one.ports).map((one) => one.containerPort);
  return [
    ...sayIf(host !== '0.0.0.0' && host !== '::', 'env.HOST', `nobody reaches a pod that listens on ${host}`),
    ...sayIf(
      !ports.includes(dashboard.port),
      'env.PORT',
      `it listens on ${dashboard.port}, which is no port of the container`,
    ),
    ...sayIf(jaegerQueryUrl === undefined, 'env.JAEGER_QUERY_URL', 'is missing, so it runs a Jaeger of its own'),
    ...sayIf(
      jaegerUiUrl !== undefined && jaegerUiUrl.host === jaegerQueryUrl?.host,
      'env.JAEGER_UI_URL',
      'is missing, so links lead browsers to a name that only the cluster knows',
    ),
  ];
});

const omikujiNames = containerRule('the omikuji app knows its variables', (container, _workload, overlay) => {
  if (!isOmikuji(container)) return [];
  const known = [...variablesOfOmikuji(), ...OF_NODE];
  return environmentOf(overlay, container).flatMap(({ name, path }) =>
    sayIf(!known.includes(name), path, 'is not read by server/omikuji/read-settings.ts'),
  );
});

const omikujiValues = containerRule('the omikuji app can use its variables', (container, _workload, overlay) => {
  if (!isOmikuji(container)) return [];
  const words = [...container.command, ...container.args];
  const args = words.slice(words.findIndex((word) => word.endsWith('.ts')) + 1);
  try {
    const {
      host,
      port,
      otlpEndpoint,
      otlpTracesEndpoint = otlpEndpoint,
    } = readSettings(args, { ...OF_IMAGE, ...knownValues(environmentOf(overlay, container)) });
    return [
      ...sayIf(host !== '0.0.0.0' && host !== '::', 'env.HOST', `nobody reaches a pod that listens on ${host}`),
      ...sayIf(
        !container.ports.some(({ containerPort }) => containerPort === port),
        'env.OMIKUJI_PORT',
        `it listens on ${port}, which is no port of the container`,
      ),
      ...sayIf(
        isLoopback(new URL(otlpTracesEndpoint).hostname),
        'env.OTEL_EXPORTER_OTLP_ENDPOINT',
        `its traces go to ${otlpTracesEndpoint}, which is the pod itself`,
      ),
    ];
  } catch (error) {
    return [['env', error instanceof Error ? error.message : String(error)]];
  }
});

/** The names that `readSettings` asks for: it tells them itself. */
function variablesOfOmikuji(): readonly string[] {
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_target, name) => {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  readSettings([], env);
  return [...asked];
}

/** What a Secret holds is not known here; a file that it makes is not there. */
function knownValues(entries: readonly EnvEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.flatMap(({ name, value }) => (value === undefined || name.endsWith('_FILE') ? [] : [[name, value]])),
  );
}

export const ENVIRONMENT_RULES: readonly Rule[] = [dashboardNames, dashboardValues, omikujiNames, omikujiValues];
