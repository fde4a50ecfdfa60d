import * as z from 'zod';
import { type Manifest, objectName } from '../model/overlay.ts';
import { containersOf } from '../model/pod.ts';
import { readQuantity } from '../model/quantity.ts';
import { containerRule, podRule, type Rule, type Said, sayIf } from './rule.ts';

const bounded = containerRule(
  'resources are asked for, and memory is bounded',
  ({ resources: { requests, limits } }) => [
    ...['cpu', 'memory'].flatMap((name) =>
      sayIf(requests[name] === undefined, `resources.requests.${name}`, 'is missing'),
    ),
    ...sayIf(limits.memory === undefined, 'resources.limits.memory', 'is missing'),
    ...Object.entries(limits).flatMap(([name, limit]) =>
      sayIf(
        (readQuantity(requests[name] ?? 0) ?? 0) > (readQuantity(limit) ?? 0),
        `resources.limits.${name}`,
        `is less than the request of ${requests[name]}`,
      ),
    ),
  ],
);

const emptyDirs = podRule('an empty directory is bounded, and its bytes are asked for', ({ pod }) => {
  const sizes = new Map(
    pod.spec.volumes.flatMap(({ name, emptyDir }) =>
      emptyDir === undefined ? [] : [[name, readQuantity(emptyDir.sizeLimit ?? '')] as const],
    ),
  );
  const unbounded = [...sizes].filter(([, size]) => size === undefined);
  return [
    ...unbounded.map(([name]): Said => [`volumes.${name}.emptyDir.sizeLimit`, 'is missing']),
    ...containersOf(pod).flatMap(({ name, resources, volumeMounts }) => {
      const size = volumeMounts.reduce((sum, mount) => sum + (sizes.get(mount.name) ?? 0), 0);
      const limit = readQuantity(resources.limits['ephemeral-storage'] ?? 0) ?? 0;
      const path = `containers.${name}.resources`;
      return [
        ...sayIf(limit < size, `${path}.limits.ephemeral-storage`, 'is less than what its directories may hold'),
        ...sayIf(
          size > 0 && resources.requests['ephemeral-storage'] === undefined,
          `${path}.requests.ephemeral-storage`,
          'is missing',
        ),
      ];
    }),
  ];
});

const claim = z.object({
  metadata: z.object({ name: z.string().default('') }).default({ name: '' }),
  spec: z.object({
    accessModes: z.array(z.string()),
    resources: z.object({ requests: z.record(z.string(), z.union([z.string(), z.number()])).default({}) }),
  }),
});
const withClaims = z.object({ spec: z.object({ volumeClaimTemplates: z.array(claim).default([]) }) });

const sizedClaims: Rule = {
  name: 'a claim says how much it holds, and for whom',
  check: ({ manifests }) =>
    manifests.flatMap((one) =>
      claimsOf(one)
        .filter(({ spec }) => !readQuantity(spec.resources.requests.storage ?? '') || spec.accessModes.length === 0)
        .map(({ metadata }) => ({
          object: objectName(one),
          path: metadata.name,
          message: 'must have resources.requests.storage and accessModes',
        })),
    ),
};

function claimsOf({ kind, raw }: Manifest): readonly z.infer<typeof claim>[] {
  if (kind === 'PersistentVolumeClaim') return [claim.parse(raw)];
  return kind === 'StatefulSet' ? withClaims.parse(raw).spec.volumeClaimTemplates : [];
}

export const RESOURCE_RULES: readonly Rule[] = [bounded, emptyDirs, sizedClaims];
