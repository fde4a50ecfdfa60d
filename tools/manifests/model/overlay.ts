import * as z from 'zod';
import * as kinds from './kinds.ts';
import type { LabelSelector, PodTemplate } from './pod.ts';

/** Any object: what all have. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: z.infer<typeof kinds.metadata>;
  /** As it was rendered. */
  readonly raw: unknown;
}

/** What makes pods. */
export interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet' | 'Job' | 'CronJob';
  readonly name: string;
  readonly metadata: z.infer<typeof kinds.metadata>;
  readonly replicas: number;
  /** `undefined`: Kubernetes makes its own. */
  readonly selector: LabelSelector | undefined;
  readonly pod: PodTemplate;
  /** Where the pod stands in the object. */
  readonly podPath: string;
  /** `Recreate`, `RollingUpdate`; `undefined` where there is no choice. */
  readonly strategy: string | undefined;
  /** Names of the claims that each pod gets. */
  readonly claimTemplates: readonly string[];
  /** Of a StatefulSet. */
  readonly serviceName: string | undefined;
}

/** Everything that one overlay renders, by what it is. */
export interface Overlay {
  readonly name: string;
  readonly manifests: readonly Manifest[];
  readonly workloads: readonly Workload[];
  readonly services: readonly kinds.Service[];
  readonly configMaps: readonly kinds.ConfigMap[];
  readonly secrets: readonly z.infer<typeof kinds.secret>[];
  readonly claims: readonly z.infer<typeof kinds.named>[];
  readonly serviceAccounts: readonly z.infer<typeof kinds.serviceAccount>[];
  readonly ingresses: readonly kinds.Ingress[];
  readonly budgets: readonly kinds.DisruptionBudget[];
  readonly autoscalers: readonly kinds.Autoscaler[];
  readonly policies: readonly kinds.NetworkPolicy[];
}

const anyObject = z.object({ kind: z.string(), metadata: kinds.metadata });

/** @throws ZodError where an object has not the shape that the schema of Kubernetes asks for: check that before */
export function readOverlay(name: string, objects: readonly unknown[]): Overlay {
  const manifests = objects.map((raw): Manifest => ({ ...anyObject.parse(raw), raw }));
  const all = <T>(kind: string, schema: z.ZodType<T>): readonly T[] =>
    manifests.filter((one) => one.kind === kind).map(({ raw }) => schema.parse(raw));
  return {
    name,
    manifests,
    workloads: manifests.flatMap(readWorkload),
    services: all('Service', kinds.service),
    configMaps: all('ConfigMap', kinds.configMap),
    secrets: all('Secret', kinds.secret),
    claims: all('PersistentVolumeClaim', kinds.named),
    serviceAccounts: all('ServiceAccount', kinds.serviceAccount),
    ingresses: all('Ingress', kinds.ingress),
    budgets: all('PodDisruptionBudget', kinds.disruptionBudget),
    autoscalers: all('HorizontalPodAutoscaler', kinds.autoscaler),
    policies: all('NetworkPolicy', kinds.networkPolicy),
  };
}

function readWorkload({ kind, metadata, raw }: Manifest): readonly Workload[] {
  const common = {
    name: metadata.name,
    metadata,
    podPath: 'spec.template.spec',
    strategy: undefined,
    claimTemplates: [],
    serviceName: undefined,
  };
  switch (kind) {
    case 'Deployment': {
      const { replicas, selector, template, strategy } = kinds.deployment.parse(raw).spec;
      return [{ ...common, kind, replicas, selector, pod: template, strategy: strategy.type }];
    }
    case 'StatefulSet': {
      const { replicas, selector, template, serviceName, volumeClaimTemplates } = kinds.statefulSet.parse(raw).spec;
      const claimTemplates = volumeClaimTemplates.map((one) => one.metadata.name);
      return [{ ...common, kind, replicas, selector, pod: template, serviceName, claimTemplates }];
    }
    case 'Job': {
      const { template } = kinds.job.parse(raw).spec;
      return [{ ...common, kind, replicas: 1, selector: undefined, pod: template }];
    }
    case 'CronJob': {
      const { template } = kinds.cronJob.parse(raw).spec.jobTemplate.spec;
      const podPath = 'spec.jobTemplate.spec.template.spec';
      return [{ ...common, kind, replicas: 1, selector: undefined, pod: template, podPath }];
    }
    default:
      return [];
  }
}

/** `Deployment/kuji`. */
export function objectName({
  kind,
  metadata,
}: Pick<Manifest, 'kind'> & { readonly metadata: { name: string } }): string {
  return `${kind}/${metadata.name}`;
}
