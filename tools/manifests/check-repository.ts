import { CONFIG_VARIABLES } from '../../server/config-variables.ts';
import { environmentOf } from './model/environment.ts';
import { isDashboard } from './model/our-image.ts';
import type { Overlay } from './model/overlay.ts';
import { UNSET_ON_PURPOSE } from './unset-on-purpose.ts';
import { USER_MADE_ADDRESSES, USER_MADE_SECRETS } from './user-made.ts';

/** Each variable of the dashboard is set somewhere, or it is said why it is not: a line for each that is neither or both. */
export function checkVariables(
  overlays: readonly Overlay[],
  reasons: Readonly<Record<string, string>> = UNSET_ON_PURPOSE,
): readonly string[] {
  const set = new Set(
    overlays.flatMap((overlay) =>
      overlay.workloads
        .flatMap(({ pod }) => pod.spec.containers.filter(isDashboard))
        .flatMap((container) => environmentOf(overlay, container).map(({ name }) => name)),
    ),
  );
  return Object.keys(CONFIG_VARIABLES).flatMap((name) => {
    const isExplained = reasons[name] !== undefined;
    if (set.has(name) && isExplained) return [`${name} is set, though unset-on-purpose.ts says why it is not`];
    return set.has(name) || isExplained ? [] : [`${name} is set in no overlay, and unset-on-purpose.ts has no reason`];
  });
}

/** What users have to make themselves: somebody reads it, and the README tells how. */
export function checkUserMade(
  overlays: readonly Overlay[],
  readme: string,
  secrets = USER_MADE_SECRETS,
  addresses = USER_MADE_ADDRESSES,
): readonly string[] {
  const raw = overlays.map(({ manifests }) => JSON.stringify(manifests)).join('\n');
  return [
    ...secrets.flatMap(({ name, keys }) => [
      ...(raw.includes(`"${name}"`) ? [] : [`${name}: no overlay reads such a Secret`]),
      ...[name, ...keys]
        .filter((word) => !readme.includes(word))
        .map((word) => `${name}: k8s/README.md does not name ${word}`),
    ]),
    ...addresses.flatMap(({ overlay, variable }) => [
      ...(overlays.some(({ name }) => name === overlay) ? [] : [`${variable}: there is no overlay ${overlay}`]),
      ...(readme.includes(variable) ? [] : [`${variable}: k8s/README.md does not name it`]),
    ]),
  ];
}

/** Overlays and components that the README does not name. */
export function checkNamed(folders: readonly string[], readme: string): readonly string[] {
  return folders.filter((name) => !readme.includes(name)).map((name) => `k8s/README.md does not name ${name}`);
}
