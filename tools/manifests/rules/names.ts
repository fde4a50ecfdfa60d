import type { Problem } from '../finding.ts';
import { type Overlay, objectName } from '../model/overlay.ts';
import { containersOf } from '../model/pod.ts';
import { readQuantity } from '../model/quantity.ts';
import { containerRule, podRule, type Rule, type Said, sayIf } from './rule.ts';

/*
 * What an API server refuses of names, labels and quantities, though the schema lets it pass: they are all just text to it.
 */

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const LABEL_NAME = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
/** As Elasticsearch has them, with dots. */
const ENV_NAME = /^[A-Za-z_.-][A-Za-z0-9_.-]*$/;

/** Their names become names of hosts, so they may have no dots. */
const HOSTS = ['Service', 'Namespace'];

const validNames: Rule = {
  name: 'objects have valid names',
  check: ({ manifests }) =>
    manifests
      .filter(({ kind, metadata }) => !(HOSTS.includes(kind) ? DNS_LABEL : DNS_SUBDOMAIN).test(metadata.name))
      .map((one) => ({
        object: objectName(one),
        path: 'metadata.name',
        message: 'must be of small letters, digits and hyphens, and not too long',
      })),
};

const nothingTwice: Rule = {
  name: 'nothing is there twice',
  check: ({ manifests }) => {
    const names = manifests.map(objectName);
    const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...twice].map((object) => ({ object, path: '', message: 'is there twice; the later one would win' }));
  },
};

const validLabels: Rule = {
  name: 'labels are valid',
  check: ({ manifests, workloads }) => [
    ...manifests.flatMap((one) => labelProblems(objectName(one), 'metadata.labels', one.metadata.labels)),
    ...workloads.flatMap(({ kind, name, podPath, pod }) =>
      labelProblems(`${kind}/${name}`, podPath.replace(/spec$/, 'metadata.labels'), pod.metadata.labels),
    ),
  ],
};

function labelProblems(object: string, path: string, labels: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const [name = '', prefix, ...more] = key.split('/').reverse();
    const isKey = LABEL_NAME.test(name) && (prefix === undefined || DNS_SUBDOMAIN.test(prefix)) && more.length === 0;
    const isValue = value === '' || LABEL_NAME.test(value);
    return isKey && isValue
      ? []
      : [
          {
            object,
            path: `${path}.${key}`,
            message: 'a label has at most 63 letters, digits, hyphens, dots and underscores',
          },
        ];
  });
}

const validPortNames: Rule = {
  name: 'ports have valid names, each its own',
  check: (overlay) => [...ofContainers(overlay), ...ofServices(overlay)],
};

function ofContainers({ workloads }: Overlay): readonly Problem[] {
  return workloads.flatMap(({ kind, name, podPath, pod }) => {
    const ports = containersOf(pod).flatMap((one) => one.ports);
    return namesProblems(
      `${kind}/${name}`,
      `${podPath}.containers.ports`,
      ports.map((port) => port.name),
    );
  });
}

function ofServices({ services }: Overlay): readonly Problem[] {
  return services.flatMap(({ metadata, spec }) => {
    const object = `Service/${metadata.name}`;
    const unnamed = spec.ports.length > 1 && spec.ports.some(({ name }) => name === undefined);
    return [
      ...namesProblems(
        object,
        'spec.ports',
        spec.ports.map(({ name }) => name),
      ),
      ...(unnamed ? [{ object, path: 'spec.ports', message: 'of several ports each needs a name' }] : []),
    ];
  });
}

function namesProblems(object: string, path: string, given: readonly (string | undefined)[]): readonly Problem[] {
  const names = given.filter((name) => name !== undefined);
  return names.flatMap((name, index) => {
    const isTwice = names.indexOf(name) !== index;
    if (isTwice) return [{ object, path, message: `two ports are called ${name}` }];
    return PORT_NAME.test(name)
      ? []
      : [{ object, path, message: `${name}: a port has a name of at most 15 small letters, digits and hyphens` }];
  });
}

const validContainers = podRule('containers, variables and mounts have valid names, each its own', ({ pod }) => [
  ...listProblems(
    'containers',
    containersOf(pod).map(({ name }) => name),
    DNS_LABEL,
  ),
  ...listProblems(
    'volumes',
    pod.spec.volumes.map(({ name }) => name),
    DNS_LABEL,
  ),
  ...containersOf(pod).flatMap(({ name, env, volumeMounts }) => [
    ...listProblems(
      `containers.${name}.env`,
      env.map((one) => one.name),
      ENV_NAME,
    ),
    ...listProblems(
      `containers.${name}.volumeMounts`,
      volumeMounts.map((one) => one.mountPath),
      /^\/[^:]*$/,
    ),
  ]),
]);

function listProblems(path: string, names: readonly string[], pattern: RegExp): readonly Said[] {
  return names.flatMap((name, index) => [
    ...sayIf(!pattern.test(name), path, `${name} is no valid name`),
    ...sayIf(names.indexOf(name) !== index, path, `${name} is there twice`),
  ]);
}

const validQuantities = containerRule('quantities are valid', ({ resources }) =>
  (['requests', 'limits'] as const).flatMap((part) =>
    Object.entries(resources[part]).flatMap(([name, value]) =>
      sayIf(!readQuantity(value), `resources.${part}.${name}`, `${value} is no quantity such as 250m or 128Mi`),
    ),
  ),
);

export const NAME_RULES: readonly Rule[] = [
  validNames,
  nothingTwice,
  validLabels,
  validPortNames,
  validContainers,
  validQuantities,
];
