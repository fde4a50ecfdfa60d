import { isDashboard } from '../model/our-image.ts';
import { isEmptySelector, selectedWorkloads, selects, workloadsBehind } from '../model/select.ts';
import { podRule, type Rule, sayIf } from './rule.ts';

const ownPods = podRule('a workload selects its own pods, and no others', (workload, overlay) => {
  const { selector, pod, kind } = workload;
  if (selector === undefined) return [];
  const others = selectedWorkloads(overlay, selector).filter((other) => other !== workload);
  return [
    ...sayIf(!selects(selector, pod.metadata.labels), '', `spec.selector does not match the labels of the pod`),
    ...others.flatMap((other) =>
      sayIf(
        true,
        '',
        `spec.selector takes the pods of ${other.kind}/${other.name} too: ${kind}s would fight over them`,
      ),
    ),
  ];
});

const servicesSelect: Rule = {
  name: 'a service leads to the pods of one workload',
  check: (overlay) =>
    overlay.services.flatMap((service) => {
      const found = workloadsBehind(overlay, service);
      if (found.length === 1) return [];
      const message =
        found.length === 0
          ? 'selects no pod of this overlay'
          : `leads to different things: ${found.map(({ name }) => name).join(', ')}`;
      return [{ object: `Service/${service.metadata.name}`, path: 'spec.selector', message }];
    }),
};

const budgetsSelect: Rule = {
  name: 'a disruption budget selects pods',
  check: (overlay) =>
    overlay.budgets
      .filter(({ spec }) => selectedWorkloads(overlay, spec.selector).length !== 1)
      .map(({ metadata }) => ({
        object: `PodDisruptionBudget/${metadata.name}`,
        path: 'spec.selector',
        message: 'must select the pods of one workload',
      })),
};

const autoscalersTarget: Rule = {
  name: 'an autoscaler scales a workload of the overlay',
  check: ({ autoscalers, workloads }) =>
    autoscalers
      .filter(({ spec: { scaleTargetRef: target } }) => {
        const isThere = workloads.some(({ kind, name }) => kind === target.kind && name === target.name);
        return !isThere || target.apiVersion !== 'apps/v1';
      })
      .map(({ metadata }) => ({
        object: `HorizontalPodAutoscaler/${metadata.name}`,
        path: 'spec.scaleTargetRef',
        message: 'there is no such workload here',
      })),
};

const spreadSelects = podRule('pods are spread among their own kind', ({ pod }) =>
  pod.spec.topologySpreadConstraints.flatMap(({ labelSelector }, index) =>
    sayIf(
      labelSelector === undefined || isEmptySelector(labelSelector) || !selects(labelSelector, pod.metadata.labels),
      `topologySpreadConstraints.${index}.labelSelector`,
      'does not match the labels of the pod alone, so it spreads nothing',
    ),
  ),
);

const onePodAClient: Rule = {
  name: 'a client of the dashboard stays with one pod',
  check: (overlay) =>
    overlay.services
      .filter((service) => workloadsBehind(overlay, service).some(({ pod }) => pod.spec.containers.some(isDashboard)))
      .filter(({ spec }) => spec.sessionAffinity !== 'ClientIP')
      .map(({ metadata }) => ({
        object: `Service/${metadata.name}`,
        path: 'spec.sessionAffinity',
        message: 'must be ClientIP: else a page and its parts may be of two versions during an update',
      })),
};

export const SELECTOR_RULES: readonly Rule[] = [
  ownPods,
  servicesSelect,
  budgetsSelect,
  autoscalersTarget,
  spreadSelects,
  onePodAClient,
];
