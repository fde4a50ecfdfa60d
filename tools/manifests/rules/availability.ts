import * as z from 'zod';
import type { Problem } from '../finding.ts';
import { jaegersOf, keepsTracesInMemory } from '../model/jaeger.ts';
import type { Autoscaler, DisruptionBudget } from '../model/kinds.ts';
import type { Overlay, Workload } from '../model/overlay.ts';
import { selectedWorkloads } from '../model/select.ts';
import { podRule, type Rule, sayIf } from './rule.ts';

function autoscalerOf({ autoscalers }: Overlay, { kind, name }: Workload): Autoscaler | undefined {
  return autoscalers.find(({ spec: { scaleTargetRef: target } }) => target.kind === kind && target.name === name);
}

/** The fewest pods that there are when all is well. */
function fewestPods(overlay: Overlay, workload: Workload): number {
  return autoscalerOf(overlay, workload)?.spec.minReplicas ?? workload.replicas;
}

const spread = podRule('several pods are spread over the nodes', (workload, overlay) => {
  const isSeveral = workload.replicas > 1 || autoscalerOf(overlay, workload) !== undefined;
  const { topologySpreadConstraints } = workload.pod.spec;
  return sayIf(isSeveral && topologySpreadConstraints.length === 0, 'topologySpreadConstraints', 'is missing');
});

const memory: Rule = {
  name: 'a Jaeger with its traces in memory is one',
  check: (overlay) =>
    jaegersOf(overlay)
      .filter(keepsTracesInMemory)
      .flatMap(({ workload }) => {
        const object = `${workload.kind}/${workload.name}`;
        const isScaled = autoscalerOf(overlay, workload) !== undefined || workload.replicas !== 1;
        return [
          ...(isScaled
            ? [{ object, path: 'spec.replicas', message: 'must be 1: each would have its own traces' }]
            : []),
          ...(workload.strategy === 'Recreate'
            ? []
            : [{ object, path: 'spec.strategy', message: 'must be Recreate: else there are two during an update' }]),
        ];
      }),
};

const restarts = podRule('what ends is not started again, what runs on is', ({ kind, pod }) => {
  const isJob = kind === 'Job' || kind === 'CronJob';
  const { restartPolicy } = pod.spec;
  return sayIf(isJob === (restartPolicy === 'Always'), 'restartPolicy', `${restartPolicy} is not for a ${kind}`);
});

const oneWriter = podRule('a volume has one writer', (workload) => {
  const hasClaim = workload.pod.spec.volumes.some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined);
  const isOne = workload.replicas === 1 && workload.strategy === 'Recreate';
  return sayIf(
    hasClaim && workload.kind === 'Deployment' && !isOne,
    'volumes',
    'a claim takes replicas: 1 and strategy Recreate',
  );
});

const writable = podRule('a volume that lasts can be written to', ({ pod, claimTemplates }) => {
  const hasClaim = pod.spec.volumes.some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined);
  const isGiven = pod.spec.securityContext.fsGroup !== undefined;
  return sayIf(
    (hasClaim || claimTemplates.length > 0) && !isGiven,
    'securityContext.fsGroup',
    'is missing: the volume belongs to root',
  );
});

const budgetsLetGo: Rule = {
  name: 'a disruption budget lets a pod go',
  check: (overlay) =>
    overlay.budgets.flatMap((budget): readonly Problem[] => {
      const object = `PodDisruptionBudget/${budget.metadata.name}`;
      const { minAvailable, maxUnavailable } = budget.spec;
      if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
        return [{ object, path: 'spec', message: 'must have one of minAvailable and maxUnavailable' }];
      }
      const blocked = selectedWorkloads(overlay, budget.spec.selector).filter(
        (workload) => mayGo(budget, fewestPods(overlay, workload)) < 1,
      );
      return blocked.map(({ name }) => ({
        object,
        path: 'spec',
        message: `lets no pod of ${name} go, so no node can be drained`,
      }));
    }),
};

/** How many pods of `count` the budget lets go at once. Parts of a pod are rounded up, as Kubernetes does. */
function mayGo({ spec: { minAvailable, maxUnavailable } }: DisruptionBudget, count: number): number {
  if (maxUnavailable !== undefined) return podsOf(maxUnavailable, count);
  return minAvailable === undefined ? count : count - podsOf(minAvailable, count);
}

function podsOf(value: string | number, count: number): number {
  if (typeof value === 'number') return value;
  return value.endsWith('%') ? Math.ceil((Number(value.slice(0, -1)) * count) / 100) : Number(value);
}

const autoscalers: Rule = {
  name: 'an autoscaler has room, and something to go by',
  check: (overlay) =>
    overlay.autoscalers.flatMap(({ metadata, spec }) => {
      const target = overlay.workloads.find(
        (workload) => autoscalerOf(overlay, workload)?.metadata.name === metadata.name,
      );
      const requests = target?.pod.spec.containers.map((one) => one.resources.requests) ?? [];
      const measured = spec.metrics.flatMap(({ resource }) => resource?.name ?? []);
      return [
        ...sayIf(spec.minReplicas > spec.maxReplicas, 'spec.minReplicas', 'is more than maxReplicas'),
        ...sayIf(spec.minReplicas < 2, 'spec.minReplicas', 'must be 2 at least: one pod alone is away during a drain'),
        ...sayIf(spec.metrics.length === 0, 'spec.metrics', 'is missing'),
        ...measured.flatMap((name) =>
          sayIf(
            requests.some((one) => one[name] === undefined),
            'spec.metrics',
            `the target does not ask for ${name}`,
          ),
        ),
      ].map(([path, message]) => ({ object: `HorizontalPodAutoscaler/${metadata.name}`, path, message }));
    }),
};

const withReplicas = z.object({ spec: z.object({ replicas: z.number() }) });

const oneMaster: Rule = {
  name: 'what is scaled does not say how many it is',
  check: (overlay) =>
    overlay.workloads
      .filter((workload) => autoscalerOf(overlay, workload) !== undefined)
      .filter(({ kind, name }) =>
        overlay.manifests.some(
          (one) => one.kind === kind && one.metadata.name === name && withReplicas.safeParse(one.raw).success,
        ),
      )
      .map(({ kind, name }) => ({
        object: `${kind}/${name}`,
        path: 'spec.replicas',
        message: 'leave it out: every apply would undo what the autoscaler has done',
      })),
};

export const AVAILABILITY_RULES: readonly Rule[] = [
  spread,
  memory,
  restarts,
  oneWriter,
  writable,
  budgetsLetGo,
  autoscalers,
  oneMaster,
];
