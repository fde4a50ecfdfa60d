import type { Variant } from '../render/variants.ts';
import { add, allOf, type Change, remove, replace, set } from './change.ts';
import { CASSANDRA, ELASTICSEARCH, EXISTING, PLAIN, WITH_ALL } from './variants.ts';

/** What somebody may do to an overlay of theirs, and no rule may object to. */
export interface RightChange {
  readonly what: string;
  readonly variant: Variant;
  readonly change: Change;
}

const KUJI = 'pod containers kuji';
const LABELS = {
  'app.kubernetes.io/name': 'jaeger',
  'app.kubernetes.io/component': 'tracing',
  'app.kubernetes.io/part-of': 'kuji',
  'app.kubernetes.io/managed-by': 'kustomize',
};

export const RIGHT_CHANGES: readonly RightChange[] = [
  {
    what: 'a token from a file of a secret',
    variant: EXISTING,
    change: allOf(
      set('Deployment/kuji', 'pod volumes', [{ name: 'login', secret: { secretName: 'jaeger-login' } }]),
      set('Deployment/kuji', `${KUJI} volumeMounts`, [{ name: 'login', mountPath: '/login', readOnly: true }]),
      set('ConfigMap/kuji-settings', 'data JAEGER_BEARER_TOKEN_FILE', '/login/JAEGER_BEARER_TOKEN'),
    ),
  },
  {
    what: 'an image of one’s own registry, by its digest',
    variant: PLAIN,
    change: set('Deployment/kuji', `${KUJI} image`, `registry.example.com:5000/kuji:0.1.0@sha256:${'0'.repeat(64)}`),
  },
  {
    what: 'a name of a service with its namespace',
    variant: PLAIN,
    change: set(
      'ConfigMap/kuji-settings',
      'data JAEGER_QUERY_URL',
      'http://jaeger-query.tracing.svc.cluster.local:16686',
    ),
  },
  {
    what: 'a policy by numbers',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-allow-dashboard-to-jaeger', 'spec egress 0 ports', [{ port: 16_686 }]),
  },
  {
    what: 'a selector by expressions',
    variant: PLAIN,
    change: set('Deployment/omikuji', 'spec selector', {
      matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['omikuji'] }],
    }),
  },
  {
    what: 'a security context of each container instead of the pod’s',
    variant: PLAIN,
    change: allOf(
      remove('Deployment/kuji', 'pod securityContext'),
      set('Deployment/kuji', `${KUJI} securityContext`, {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      }),
    ),
  },
  {
    what: 'a budget by a percentage that leaves room',
    variant: WITH_ALL,
    change: allOf(
      remove('PodDisruptionBudget/kuji', 'spec maxUnavailable'),
      set('PodDisruptionBudget/kuji', 'spec minAvailable', '50%'),
    ),
  },
  {
    what: 'a name below one that is allowed',
    variant: WITH_ALL,
    change: allOf(
      set('ConfigMap/kuji-settings', 'data KUJI_ALLOWED_HOSTS', '*.example.com'),
      set('Ingress/kuji', 'spec tls 0 hosts', ['kuji.example.com', 'other.example.com']),
    ),
  },
  {
    what: 'a probe by a number',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger livenessProbe httpGet port', 13_133),
  },
  {
    what: 'another limit of traces in memory',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger env +', { name: 'MAX_TRACES', value: '50000' }),
  },
  {
    what: 'a larger heap in a larger container',
    variant: CASSANDRA,
    change: allOf(
      set('StatefulSet/cassandra', 'pod containers cassandra env MAX_HEAP_SIZE value', '4G'),
      set('StatefulSet/cassandra', 'pod containers cassandra resources limits memory', '8Gi'),
    ),
  },
  {
    what: 'a service whose port is that of its pods',
    variant: WITH_ALL,
    change: allOf(
      remove('Service/kuji', 'spec ports http targetPort'),
      remove('Service/jaeger-query', 'spec ports http-query targetPort'),
    ),
  },
  {
    what: 'some pods of another namespace that may come in',
    variant: WITH_ALL,
    change: set('NetworkPolicy/kuji-allow-prometheus-to-dashboard', 'spec ingress 0 from 0 podSelector', {
      matchLabels: { app: 'prometheus' },
    }),
  },
  {
    what: 'a variable without a fallback, which is set',
    variant: ELASTICSEARCH,
    change: allOf(
      replace('ConfigMap/jaeger-config', 'data jaeger.yaml', 'INDEX_PREFIX:-}', 'INDEX_PREFIX}'),
      set('Deployment/jaeger', 'pod containers jaeger env +', { name: 'INDEX_PREFIX', value: 'jaeger' }),
    ),
  },
  {
    what: 'the AppArmor of the runtime, and a type of SELinux that is allowed',
    variant: PLAIN,
    change: allOf(
      set(
        'Deployment/kuji',
        'spec template metadata annotations container.apparmor.security.beta.kubernetes.io/kuji',
        'runtime/default',
      ),
      set('Deployment/kuji', `${KUJI} securityContext seLinuxOptions`, { type: 'container_t', level: 's0' }),
    ),
  },
  {
    what: 'traces in memory beside a volume that lasts',
    variant: PLAIN,
    change: allOf(
      remove('Deployment/jaeger', 'pod volumes tmp emptyDir'),
      set('Deployment/jaeger', 'pod volumes tmp persistentVolumeClaim claimName', 'jaeger'),
      add({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'jaeger', labels: LABELS },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      }),
    ),
  },
  {
    what: 'a secret that comes with the overlay',
    variant: PLAIN,
    change: allOf(
      set('Deployment/kuji', `${KUJI} envFrom +`, { secretRef: { name: 'login' } }),
      add({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'login', labels: LABELS },
        stringData: { JAEGER_TENANT: 'acme' },
      }),
    ),
  },
];
