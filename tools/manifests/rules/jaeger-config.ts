import type { Problem } from '../finding.ts';
import { isAnyAddress } from '../model/addresses.ts';
import { configFilesOf, envReferences } from '../model/config-files.ts';
import { type JaegerContainer, jaegersOf, keepsTracesInMemory } from '../model/jaeger.ts';
import { listenersOf } from '../model/listeners.ts';
import type { Overlay } from '../model/overlay.ts';
import { portNumber } from '../model/pod.ts';
import { type Rule, type Said, sayIf } from './rule.ts';

/** A rule about each Jaeger and its configuration. */
function jaegerRule(name: string, check: (jaeger: JaegerContainer, overlay: Overlay) => readonly Said[]): Rule {
  return {
    name,
    check: (overlay) =>
      jaegersOf(overlay).flatMap((jaeger) =>
        check(jaeger, overlay).map(
          ([path, message]): Problem => ({ object: `${jaeger.workload.kind}/${jaeger.workload.name}`, path, message }),
        ),
      ),
  };
}

const hasConfig = jaegerRule('a Jaeger is given its configuration', ({ workload, container }, overlay) => {
  const paths = configFilesOf(overlay, workload.pod, container).map(({ mountedAt }) => mountedAt);
  const given = container.args.join(' ').match(/--config[= ](\S+)/)?.[1];
  return sayIf(
    given === undefined || !paths.includes(given),
    'args',
    `--config ${given} is no mounted file: ${paths.join(', ')}`,
  );
});

const variablesAreSet = jaegerRule('what its configuration asks the environment for is there', ({ written, env }) =>
  written.flatMap(({ path, value }) =>
    envReferences(value).flatMap(({ name, fallback }) =>
      sayIf(
        fallback === undefined && !env.some((one) => one.name === name),
        path.join('.'),
        `no variable ${name}, and no value in its place`,
      ),
    ),
  ),
);

/** What Jaeger and the runtime of Go read by themselves. */
const OF_JAEGER = /^(GOMEMLIMIT|GOMAXPROCS|GOGC|JAEGER_LISTEN_HOST|OTEL_[A-Z_]+|TZ|SSL_CERT_(FILE|DIR))$/;

const variablesAreRead = jaegerRule('what a Jaeger has in its environment is asked for', ({ written, env }) => {
  const asked = written.flatMap(({ value }) => envReferences(value)).map(({ name }) => name);
  return env.flatMap(({ name, path }) =>
    sayIf(!asked.includes(name) && !OF_JAEGER.test(name), path, 'neither its configuration nor Jaeger itself reads it'),
  );
});

const listensOutside = jaegerRule('a Jaeger listens where others reach it', ({ read }) =>
  listenersOf(read).flatMap(({ path, host }) =>
    sayIf(!isAnyAddress(host), path, `listens on ${host || 'localhost'}: nobody else reaches it there`),
  ),
);

const portsAgree = jaegerRule('a Jaeger listens on the ports of its container', ({ read, container }) => {
  const listeners = listenersOf(read);
  const isSame = (
    one: { readonly port: number; readonly protocol: string },
    other: { readonly containerPort: number; readonly protocol: string },
  ) => one.port === other.containerPort && one.protocol === other.protocol;
  return [
    ...listeners
      .filter((one) => !container.ports.some((other) => isSame(one, other)))
      .map(({ path, port, protocol }): Said => [path, `port ${port} of ${protocol} is no port of the container`]),
    ...container.ports
      .filter((other) => !listeners.some((one) => isSame(one, other)))
      .map(({ containerPort, protocol }): Said => ['ports', `nothing listens on ${containerPort} of ${protocol}`]),
  ];
});

const waits = jaegerRule('a Jaeger waits for its storage', (jaeger) =>
  sayIf(
    !keepsTracesInMemory(jaeger) && jaeger.workload.pod.spec.initContainers.length === 0,
    'spec.template.spec.initContainers',
    'is missing: Jaeger exits where its storage does not answer',
  ),
);

const HEALTH = 'extensions.healthcheckv2.http';

const status = jaegerRule('a Jaeger is asked for its status', ({ read, container, workload }) => {
  const health = listenersOf(read).find(({ path }) => path === HEALTH)?.port;
  return (['startupProbe', 'readinessProbe', 'livenessProbe'] as const).flatMap((name) => {
    const { path, port = '' } = container[name]?.httpGet ?? {};
    const isRight = path === '/status' && health !== undefined && portNumber(workload.pod, port) === health;
    return sayIf(!isRight, `containers.${container.name}.${name}`, `must ask /status at port ${health} of ${HEALTH}`);
  });
});

/** Extensions and pipelines of a collector: what is named is there, and what is there is used. */
const parts = jaegerRule('its configuration uses all that it has', ({ written }) =>
  ['extensions', 'receivers', 'processors', 'exporters'].flatMap((part) => {
    const ofService = written.filter(({ path }) => path[0] === 'service' && path.includes(part));
    const named = new Set(ofService.map(({ value }) => String(value)));
    const there = new Set(written.filter(({ path }) => path[0] === part).map(({ path }) => path[1] ?? ''));
    return [
      ...[...named].filter((name) => !there.has(name)).map((name): Said => [`service.${part}`, `there is no ${name}`]),
      ...[...there].filter((name) => !named.has(name)).map((name): Said => [`${part}.${name}`, 'is not used']),
    ];
  }),
);

export const JAEGER_CONFIG_RULES: readonly Rule[] = [
  hasConfig,
  variablesAreSet,
  variablesAreRead,
  listensOutside,
  portsAgree,
  status,
  waits,
  parts,
];
