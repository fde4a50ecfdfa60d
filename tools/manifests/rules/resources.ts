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

export const RESOURCE_RULES: readonly Rule[] = [bounded, emptyDirs];
