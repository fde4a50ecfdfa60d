import { containerRule, podRule, type Rule, sayIf } from './rule.ts';

/*
 * What `restricted` does not ask for.
 */

const readOnlyRoot = containerRule('the root file system is read-only', ({ securityContext }) =>
  sayIf(securityContext.readOnlyRootFilesystem !== true, 'securityContext.readOnlyRootFilesystem', 'must be true'),
);

const group = containerRule('the group of a process is said', ({ securityContext }, { pod }) =>
  sayIf(
    (securityContext.runAsGroup ?? pod.spec.securityContext.runAsGroup) === undefined,
    'securityContext.runAsGroup',
    'is missing: it would be that of the image, often 0',
  ),
);

const noToken = podRule('no pod has a token of the API server', ({ pod }) => [
  ...sayIf(pod.spec.automountServiceAccountToken, 'automountServiceAccountToken', 'must be false'),
  ...pod.spec.volumes.flatMap(({ name, projected }) =>
    sayIf(
      (projected?.sources ?? []).some(({ serviceAccountToken }) => serviceAccountToken !== undefined),
      `volumes.${name}`,
      'projects a token of the API server',
    ),
  ),
]);

const noTokenByAccount: Rule = {
  name: 'no service account gives its token away',
  check: ({ serviceAccounts }) =>
    serviceAccounts
      .filter((one) => one.automountServiceAccountToken)
      .map(({ metadata }) => ({
        object: `ServiceAccount/${metadata.name}`,
        path: 'automountServiceAccountToken',
        message: 'must be false: a pod may forget to say so',
      })),
};

const ownAccount = podRule('every pod has a service account of its own', (workload, overlay) => {
  const { serviceAccountName: name } = workload.pod.spec;
  const sharing = overlay.workloads.filter((other) => other.pod.spec.serviceAccountName === name);
  return [
    ...sayIf(name === 'default', 'serviceAccountName', 'is missing: the default account is everybody’s'),
    ...sayIf(name !== 'default' && sharing.length > 1, 'serviceAccountName', `${name} is shared with another workload`),
  ];
});

const noServiceLinks = podRule('services are no variables', ({ pod }) =>
  sayIf(
    pod.spec.enableServiceLinks,
    'enableServiceLinks',
    'must be false: a service jaeger-query would set JAEGER_QUERY_PORT, which means something else here',
  ),
);

export const ISOLATION_RULES: readonly Rule[] = [
  readOnlyRoot,
  group,
  noToken,
  noTokenByAccount,
  ownAccount,
  noServiceLinks,
];
