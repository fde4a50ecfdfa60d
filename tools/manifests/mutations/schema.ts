import { SCHEMA_RULE } from '../check-manifests.ts';
import { add, remove, set } from './change.ts';
import type { Mutation } from './mutation.ts';
import { ELASTICSEARCH, PLAIN, WITH_ALL } from './variants.ts';

const rule = SCHEMA_RULE;

export const SCHEMA_MUTATIONS: readonly Mutation[] = [
  {
    mistake: 'a probe is mistyped',
    variant: PLAIN,
    change: set('Deployment/kuji', 'pod containers kuji livenessProb', { httpGet: { path: '/healthz', port: 'http' } }),
    rule,
    says: 'livenessProb: there is no such field',
  },
  {
    mistake: 'replicas in the singular',
    variant: PLAIN,
    change: set('Deployment/kuji', 'spec replica', 2),
    rule,
    says: 'spec.replica: there is no such field',
  },
  {
    mistake: 'a field of the container stands in the pod',
    variant: PLAIN,
    change: set('Deployment/kuji', 'pod resources limits memory', '1Gi'),
    rule: rule,
    says: 'spec.template.spec.resources: there is no such field in Kubernetes 1.27',
  },
  {
    mistake: 'a field that only newer versions have',
    variant: PLAIN,
    change: set('Deployment/kuji', 'pod containers kuji lifecycle preStop', { sleep: { seconds: 5 } }),
    rule,
    says: 'preStop.sleep: there is no such field in Kubernetes 1.27',
  },
  {
    mistake: 'an apiVersion that is gone',
    variant: WITH_ALL,
    change: set('HorizontalPodAutoscaler/kuji', 'apiVersion', 'autoscaling/v2beta2'),
    rule,
    says: 'there is no HorizontalPodAutoscaler in autoscaling/v2beta2',
  },
  {
    mistake: 'the apiVersion of another kind',
    variant: PLAIN,
    change: set('Deployment/kuji', 'apiVersion', 'v1'),
    rule,
    says: 'there is no Deployment in v1',
  },
  {
    mistake: 'a number without quotes in the environment',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger env +', { name: 'MAX_TRACES', value: 50_000 }),
    rule,
    says: 'value: must be string',
  },
  {
    mistake: 'a boolean without quotes in the environment',
    variant: ELASTICSEARCH,
    change: set('StatefulSet/elasticsearch', 'pod containers elasticsearch env xpack.security.enabled value', true),
    rule,
    says: 'value: must be string',
  },
  {
    mistake: 'a boolean without quotes in an annotation',
    variant: WITH_ALL,
    change: set('Deployment/kuji', 'spec template metadata annotations prometheus.io/scrape', true),
    rule,
    says: 'prometheus.io/scrape: must be string',
  },
  {
    mistake: 'a number without quotes in a config map',
    variant: PLAIN,
    change: set('ConfigMap/kuji-settings', 'data KUJI_GRACE_MS', 20_000),
    rule,
    says: 'data.KUJI_GRACE_MS: must be string',
  },
  {
    mistake: 'a value that was forgotten after its colon',
    variant: PLAIN,
    change: set('Deployment/kuji', 'pod securityContext', null),
    rule,
    says: 'securityContext: must be object',
  },
  {
    mistake: 'a port in quotes',
    variant: PLAIN,
    change: set('Deployment/kuji', 'pod containers kuji ports http containerPort', '3000'),
    rule,
    says: 'containerPort: must be integer',
  },
  {
    mistake: 'no selector',
    variant: PLAIN,
    change: remove('Deployment/kuji', 'spec selector'),
    rule,
    says: "must have required property 'selector'",
  },
  {
    mistake: 'an unknown pull policy',
    variant: PLAIN,
    change: set('Deployment/kuji', 'pod containers kuji imagePullPolicy', 'Sometimes'),
    rule,
    says: 'must be one of Always, IfNotPresent, Never',
  },
  {
    mistake: 'an unknown policy type',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-default-deny', 'spec policyTypes', ['ingress', 'egress']),
    rule,
    says: 'must be one of Egress, Ingress',
  },
  {
    mistake: 'no name',
    variant: PLAIN,
    change: remove('Service/kuji', 'metadata name'),
    rule,
    says: 'metadata.name: is missing',
  },
  {
    mistake: 'something that is no object of Kubernetes',
    variant: PLAIN,
    change: add('services: kuji'),
    rule,
    says: 'it has no apiVersion or no kind',
  },
  {
    mistake: 'a service of nothing',
    variant: PLAIN,
    change: remove('Service/kuji', 'spec'),
    rule,
    says: "must have required property 'spec'",
  },
  {
    mistake: 'a config map without its name',
    variant: PLAIN,
    change: remove('Deployment/kuji', 'pod containers kuji envFrom 0 configMapRef name'),
    rule,
    says: "configMapRef: must have required property 'name'",
  },
  {
    mistake: 'a policy that leaves its types to whoever reads it',
    variant: PLAIN,
    change: remove('NetworkPolicy/kuji-allow-dns', 'spec policyTypes'),
    rule,
    says: "must have required property 'policyTypes'",
  },
];
