import { again, set } from './change.ts';
import type { Mutation } from './mutation.ts';
import { PLAIN } from './variants.ts';

const CONTAINER = 'pod containers kuji';

export const NAME_MUTATIONS: readonly Mutation[] = [
  {
    mistake: 'a service with an underscore',
    variant: PLAIN,
    change: set('Service/omikuji', 'metadata name', 'omi_kuji'),
    rule: 'objects have valid names',
    says: 'small letters, digits and hyphens',
  },
  {
    mistake: 'a service twice',
    variant: PLAIN,
    change: again('Service/kuji'),
    rule: 'nothing is there twice',
    says: 'is there twice',
  },
  {
    mistake: 'a label with a blank',
    variant: PLAIN,
    change: set('Deployment/kuji', 'metadata labels app.kubernetes.io/version', '0.1.0 beta'),
    rule: 'labels are valid',
    says: 'a label has at most 63',
  },
  {
    mistake: 'a label of the pod that is too long',
    variant: PLAIN,
    change: set('Deployment/kuji', 'spec template metadata labels note', 'x'.repeat(64)),
    rule: 'labels are valid',
    says: 'spec.template.metadata.labels.note',
  },
  {
    mistake: 'a port with a name of 16 letters',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger ports metrics name', 'metrics-of-jaeg1'),
    rule: 'ports have valid names, each its own',
    says: 'at most 15',
  },
  {
    mistake: 'two ports of a service with one name',
    variant: PLAIN,
    change: set('Service/jaeger-query', 'spec ports grpc-query name', 'http-query'),
    rule: 'ports have valid names, each its own',
    says: 'two ports are called http-query',
  },
  {
    mistake: 'one of several ports of a service without a name',
    variant: PLAIN,
    change: set('Service/jaeger-query', 'spec ports grpc-query name', undefined),
    rule: 'ports have valid names, each its own',
    says: 'of several ports each needs a name',
  },
  {
    mistake: 'a variable twice',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger env +', { name: 'GOMEMLIMIT', value: '1GiB' }),
    rule: 'containers, variables and mounts have valid names, each its own',
    says: 'GOMEMLIMIT is there twice',
  },
  {
    mistake: 'a variable with a blank',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger env GOMEMLIMIT name', 'GO MEMLIMIT'),
    rule: 'containers, variables and mounts have valid names, each its own',
    says: 'GO MEMLIMIT is no valid name',
  },
  {
    mistake: 'memory in the wrong spelling',
    variant: PLAIN,
    change: set('Deployment/kuji', `${CONTAINER} resources limits memory`, '768MB'),
    rule: 'quantities are valid',
    says: '768MB is no quantity',
  },
  {
    mistake: 'no component among the labels',
    variant: PLAIN,
    change: set('Deployment/kuji', 'metadata labels app.kubernetes.io/component', undefined),
    rule: 'objects have the recommended labels',
    says: 'app.kubernetes.io/component is missing',
  },
  {
    mistake: 'a pod that is part of nothing, so that no policy of all finds it',
    variant: PLAIN,
    change: set('Deployment/omikuji', 'spec template metadata labels app.kubernetes.io/part-of', undefined),
    rule: 'pods have the recommended labels',
    says: 'app.kubernetes.io/part-of is missing',
  },
  {
    mistake: 'a newer image under the old version',
    variant: PLAIN,
    change: set('Deployment/jaeger', 'pod containers jaeger image', 'jaegertracing/jaeger:2.21.0'),
    rule: 'the version label is the tag of the image',
    says: 'the image is of 2.21.0',
  },
  {
    mistake: 'an object in a namespace of its own',
    variant: PLAIN,
    change: set('Service/kuji', 'metadata namespace', 'tracing'),
    rule: 'no object names a namespace',
    says: 'leave it out',
  },
  {
    mistake: 'a service without a name among its labels',
    variant: PLAIN,
    change: set('Service/kuji', 'metadata labels app.kubernetes.io/name', undefined),
    rule: 'objects have the recommended labels',
    says: 'Service/kuji metadata.labels: app.kubernetes.io/name is missing',
  },
  {
    mistake: 'a label with a prefix that is no name of a domain',
    variant: PLAIN,
    change: set('Deployment/kuji', 'metadata labels Kuji_App/tier', 'front'),
    rule: 'labels are valid',
    says: 'metadata.labels.Kuji_App/tier',
  },
  {
    mistake: 'a label with two prefixes',
    variant: PLAIN,
    change: set('Deployment/kuji', 'metadata labels a/b/tier', 'front'),
    rule: 'labels are valid',
    says: 'metadata.labels.a/b/tier',
  },
];
