import { remove, set, without } from './change.ts';
import type { Mutation } from './mutation.ts';
import { CASSANDRA, ELASTICSEARCH, EXISTING, PLAIN, WITH_ALL } from './variants.ts';

const NAME = 'app.kubernetes.io/name';

export const NETWORK_MUTATIONS: readonly Mutation[] = [
  {
    mistake: 'nothing denies by default',
    variant: PLAIN,
    change: without('NetworkPolicy/kuji-default-deny'),
    rule: 'what is not allowed is denied, in both directions',
    says: 'denies Ingress',
  },
  {
    mistake: 'only one direction is denied by default',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-default-deny', 'spec policyTypes', ['Ingress']),
    rule: 'what is not allowed is denied, in both directions',
    says: 'denies Egress',
  },
  {
    mistake: 'a pod that the denial forgets',
    variant: CASSANDRA,
    change: set('StatefulSet/cassandra', 'spec template metadata labels app.kubernetes.io/part-of', 'storage'),
    rule: 'what is not allowed is denied, in both directions',
    says: 'denies Egress',
  },
  {
    mistake: 'nobody may ask for names',
    variant: PLAIN,
    change: without('NetworkPolicy/kuji-allow-dns'),
    rule: 'who speaks to a name may ask for it',
    says: 'port 53 of UDP',
  },
  {
    mistake: 'names only by UDP, so long answers are lost',
    variant: PLAIN,
    change: remove('NetworkPolicy/kuji-allow-dns', 'spec egress 0 ports 1'),
    rule: 'who speaks to a name may ask for it',
    says: 'port 53 of TCP',
  },
  {
    mistake: 'the dashboard may not reach out to Jaeger',
    variant: PLAIN,
    change: without('NetworkPolicy/kuji-allow-dashboard-to-jaeger'),
    rule: 'what a pod is told to speak to is open, at both ends',
    says: 'lets it out to jaeger-query:16686',
  },
  {
    mistake: 'Jaeger lets the dashboard in at another port',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-allow-into-jaeger', 'spec ingress 0 ports 0 port', 'grpc-query'),
    rule: 'what a pod is told to speak to is open, at both ends',
    says: 'lets it in at jaeger-query:16686',
  },
  {
    mistake: 'Jaeger lets no traces in',
    variant: PLAIN,
    change: remove('NetworkPolicy/kuji-allow-into-jaeger', 'spec ingress 1'),
    rule: 'what a pod is told to speak to is open, at both ends',
    says: 'lets it in at jaeger-collector:4318',
  },
  {
    mistake: 'Cassandra lets nobody in but itself',
    variant: CASSANDRA,
    change: remove('NetworkPolicy/kuji-allow-into-cassandra', 'spec ingress 0'),
    rule: 'what a pod is told to speak to is open, at both ends',
    says: 'lets it in at cassandra:9042',
  },
  {
    mistake: 'a port by the number of the service, which is not the pod’s',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-allow-omikuji-to-jaeger', 'spec egress 0 ports 0', { protocol: 'UDP', port: 4318 }),
    rule: 'what a pod is told to speak to is open, at both ends',
    says: 'lets it out to jaeger-collector:4318',
  },
  {
    mistake: 'a Jaeger elsewhere at a port that nobody opened',
    variant: EXISTING,
    change: set('ConfigMap/kuji-settings', 'data JAEGER_QUERY_URL', 'http://jaeger-query.observability:8080'),
    rule: 'what a pod is told to speak to is open, at both ends',
    says: 'jaeger-query.observability:8080',
  },
  {
    mistake: 'the controller of the ingress may not come in',
    variant: WITH_ALL,
    change: set('NetworkPolicy/kuji-allow-ingress-to-dashboard', 'spec ingress 0 ports 0 port', 8080),
    // The policy of the other component would let it in, since where "elsewhere" is cannot be told.
    rule: 'a network policy is about pods and ports that there are',
    says: 'allows port 8080 of TCP, which no such pod has',
  },
  {
    mistake: 'nobody lets the controller of the ingress in',
    variant: WITH_ALL,
    change: (objects) =>
      without('NetworkPolicy/kuji-allow-ingress-to-dashboard')(
        without('NetworkPolicy/kuji-allow-prometheus-to-dashboard')(objects),
      ),
    rule: 'an ingress may reach what it leads to',
    says: 'lets it in at port 3000 of kuji',
  },
  {
    mistake: 'a policy for pods of the past',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-allow-visitors-to-omikuji', `spec podSelector matchLabels ${NAME}`, 'demo'),
    rule: 'a network policy is about pods and ports that there are',
    says: 'selects no pod',
  },
  {
    mistake: 'a policy that lets pods of the past in',
    variant: ELASTICSEARCH,
    change: set(
      'NetworkPolicy/kuji-allow-dashboard-to-jaeger',
      `spec egress 0 to 0 podSelector matchLabels ${NAME}`,
      'jaeger-all-in-one',
    ),
    rule: 'a network policy is about pods and ports that there are',
    says: 'allows pods that there are not',
  },
  {
    mistake: 'a policy for a port that the pod has not',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-allow-into-jaeger', 'spec ingress 0 ports 0 port', 16687),
    rule: 'a network policy is about pods and ports that there are',
    says: 'allows port 16687 of TCP, which no such pod has',
  },
  {
    mistake: 'rules of a direction that the policy does not name',
    variant: PLAIN,
    change: set('NetworkPolicy/kuji-allow-omikuji-to-jaeger', 'spec policyTypes', ['Ingress']),
    rule: 'a network policy is about pods and ports that there are',
    says: 'policyTypes does not name Egress',
  },
];
