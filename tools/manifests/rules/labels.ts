import { objectName } from '../model/overlay.ts';
import { podRule, type Rule, sayIf } from './rule.ts';

const NAME = 'app.kubernetes.io/name';
const VERSION = 'app.kubernetes.io/version';
const ON_NAMED = [NAME, 'app.kubernetes.io/component', 'app.kubernetes.io/part-of', 'app.kubernetes.io/managed-by'];
const ON_ALL = ['app.kubernetes.io/part-of', 'app.kubernetes.io/managed-by'];
/** What a policy or a query can go by. `managed-by` says nothing about a pod. */
const ON_PODS = [NAME, 'app.kubernetes.io/component', 'app.kubernetes.io/part-of'];
/** They belong to more than one thing, or are generated. */
const SHARED = ['ConfigMap', 'NetworkPolicy', 'Secret'];

const objectsAreLabelled: Rule = {
  name: 'objects have the recommended labels',
  check: ({ manifests }) =>
    manifests.flatMap((one) =>
      (SHARED.includes(one.kind) ? ON_ALL : ON_NAMED)
        .filter((label) => one.metadata.labels[label] === undefined)
        .map((label) => ({ object: objectName(one), path: 'metadata.labels', message: `${label} is missing` })),
    ),
};

const podsAreLabelled = podRule('pods have the recommended labels', ({ pod }) =>
  ON_PODS.flatMap((label) =>
    sayIf(pod.metadata.labels[label] === undefined, '', `the pod's label ${label} is missing`),
  ),
);

const versionIsTag = podRule('the version label is the tag of the image', ({ metadata, pod }) => {
  const [, tag] = /:([^:/@]+)(@.*)?$/.exec(pod.spec.containers[0]?.image ?? '') ?? [];
  return [metadata.labels, pod.metadata.labels].flatMap((labels) =>
    sayIf(
      labels[VERSION] !== tag,
      'containers',
      `the image is of ${tag}, the label ${VERSION} says ${labels[VERSION]}`,
    ),
  );
});

const noNamespace: Rule = {
  name: 'no object names a namespace',
  check: ({ manifests }) =>
    manifests
      .filter(({ kind, metadata }) => kind === 'Namespace' || metadata.namespace !== undefined)
      .map((one) => ({
        object: objectName(one),
        path: 'metadata.namespace',
        message: 'kubectl apply -k goes to the current namespace: leave it out',
      })),
};

export const LABEL_RULES: readonly Rule[] = [objectsAreLabelled, podsAreLabelled, versionIsTag, noNamespace];
