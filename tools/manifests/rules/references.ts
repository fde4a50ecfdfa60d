import { keysOfSecret } from '../model/environment.ts';
import type { Overlay } from '../model/overlay.ts';
import { containersOf, type PodTemplate, type Volume } from '../model/pod.ts';
import { USER_MADE_SECRETS } from '../user-made.ts';
import { containerRule, podRule, type Rule, type Said, sayIf } from './rule.ts';

/** A ConfigMap or Secret that a pod cannot start without. */
interface Reference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** `undefined`: all of it. */
  readonly key: string | undefined;
  readonly path: string;
}

/** What a pod reads, but for what it can be without. */
export function referencesOf(pod: PodTemplate): readonly Reference[] {
  return [...referencesOfEnv(pod), ...pod.spec.volumes.flatMap(referencesOfVolume)];
}

function referencesOfEnv(pod: PodTemplate): readonly Reference[] {
  return containersOf(pod).flatMap(({ name, env, envFrom }) => [
    ...env.flatMap(({ name: variable, valueFrom }) =>
      (
        [
          ['ConfigMap', valueFrom?.configMapKeyRef],
          ['Secret', valueFrom?.secretKeyRef],
        ] as const
      ).flatMap(([kind, reference]): readonly Reference[] =>
        reference === undefined || reference.optional
          ? []
          : [{ kind, name: reference.name, key: reference.key, path: `containers.${name}.env.${variable}` }],
      ),
    ),
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...whole('ConfigMap', configMapRef, `containers.${name}.envFrom`),
      ...whole('Secret', secretRef, `containers.${name}.envFrom`),
    ]),
  ]);
}

interface MaybeItems {
  readonly name: string;
  readonly optional: boolean;
  readonly items?: readonly { readonly key: string }[];
}

function whole(kind: Reference['kind'], found: MaybeItems | undefined, path: string): readonly Reference[] {
  if (found === undefined || found.optional) return [];
  const { name, items = [] } = found;
  return [{ kind, name, key: undefined, path }, ...items.map(({ key }) => ({ kind, name, key, path }))];
}

function referencesOfVolume({ name, configMap, secret, projected }: Volume): readonly Reference[] {
  const path = `volumes.${name}`;
  return [
    ...whole('ConfigMap', configMap, path),
    ...whole('Secret', secret === undefined ? undefined : { ...secret, name: secret.secretName }, path),
    ...(projected?.sources ?? []).flatMap((source) => [
      ...whole('ConfigMap', source.configMap, path),
      ...whole('Secret', source.secret, path),
    ]),
  ];
}

const mapsAndSecrets = podRule('config maps and secrets are there, with their keys', ({ pod }, overlay) =>
  referencesOf(pod).flatMap((reference): readonly Said[] => {
    const { kind, name, key, path } = reference;
    const keys = keysOf(overlay, reference);
    if (keys === undefined) return [[path, `there is no ${kind} ${name}, and user-made.ts does not name it`]];
    return sayIf(key !== undefined && !keys.includes(key), path, `${kind} ${name} has no key ${key}`);
  }),
);

function keysOf(overlay: Overlay, { kind, name }: Pick<Reference, 'kind' | 'name'>): readonly string[] | undefined {
  if (kind === 'ConfigMap') {
    const found = overlay.configMaps.find(({ metadata }) => metadata.name === name);
    return found && [...Object.keys(found.data), ...Object.keys(found.binaryData)];
  }
  const isThere = overlay.secrets.some(({ metadata }) => metadata.name === name);
  return isThere ? keysOfSecret(overlay, name) : USER_MADE_SECRETS.find((one) => one.name === name)?.keys;
}

const variables = containerRule('a variable has a value, or says where it is', ({ env }) =>
  env.flatMap(({ name, value, valueFrom }) => {
    const sources = Object.values(valueFrom ?? {}).filter((source) => source !== undefined);
    const isSaid = valueFrom === undefined ? value !== undefined : value === undefined && sources.length === 1;
    return sayIf(!isSaid, `env.${name}`, 'must have a value or one source');
  }),
);

const tlsSecrets: Rule = {
  name: 'the certificate of an ingress is there',
  check: (overlay) =>
    overlay.ingresses.flatMap(({ metadata, spec }) =>
      spec.tls.flatMap(({ secretName: name }) => {
        const keys = name === undefined ? undefined : keysOf(overlay, { kind: 'Secret', name });
        const isThere = keys?.includes('tls.crt') && keys.includes('tls.key');
        const message = `there is no Secret ${name} with tls.crt and tls.key, and user-made.ts does not name it`;
        return isThere ? [] : [{ object: `Ingress/${metadata.name}`, path: 'spec.tls', message }];
      }),
    ),
};

const nothingUnused: Rule = {
  name: 'every config map and secret is read by a pod',
  check: ({ workloads, configMaps, secrets }) => {
    const read = new Set(workloads.flatMap(({ pod }) => referencesOf(pod)).map(({ kind, name }) => `${kind}/${name}`));
    const there = [
      ...configMaps.map(({ metadata }) => `ConfigMap/${metadata.name}`),
      ...secrets.map(({ metadata }) => `Secret/${metadata.name}`),
    ];
    return there
      .filter((object) => !read.has(object))
      .map((object) => ({ object, path: '', message: 'no pod reads it' }));
  },
};

const volumes = podRule('what is mounted is a volume, and every volume is mounted', ({ pod, claimTemplates }) => {
  const mounts = containersOf(pod).flatMap(({ name, volumeMounts }) =>
    volumeMounts.map((mount) => ({ path: `containers.${name}.volumeMounts`, name: mount.name })),
  );
  const there = [...pod.spec.volumes.map(({ name }) => name), ...claimTemplates];
  return [
    ...mounts.flatMap(({ path, name }) => sayIf(!there.includes(name), path, `there is no volume ${name}`)),
    ...there.flatMap((name) =>
      sayIf(!mounts.some((mount) => mount.name === name), `volumes.${name}`, 'no container mounts it'),
    ),
  ];
});

const volumeKinds = podRule('a volume is of one kind', ({ pod }) =>
  pod.spec.volumes.flatMap(({ name, ...kinds }) => {
    const given = Object.values(kinds).filter((value) => value !== undefined);
    return sayIf(given.length !== 1, `volumes.${name}`, 'must be of one kind');
  }),
);

const claims = podRule('persistent volume claims are there', ({ pod }, overlay) =>
  pod.spec.volumes.flatMap(({ name, persistentVolumeClaim: claim }) =>
    sayIf(
      claim !== undefined && !overlay.claims.some(({ metadata }) => metadata.name === claim.claimName),
      `volumes.${name}`,
      `there is no PersistentVolumeClaim ${claim?.claimName}`,
    ),
  ),
);

const serviceAccounts = podRule('service accounts are there', ({ pod }, overlay) => {
  const { serviceAccountName: name } = pod.spec;
  const isThere = name === 'default' || overlay.serviceAccounts.some(({ metadata }) => metadata.name === name);
  return sayIf(!isThere, 'serviceAccountName', `there is no ServiceAccount ${name}`);
});

export const REFERENCE_RULES: readonly Rule[] = [
  mapsAndSecrets,
  variables,
  tlsSecrets,
  nothingUnused,
  volumes,
  volumeKinds,
  claims,
  serviceAccounts,
];
