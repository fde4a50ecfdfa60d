import { allOf, remove, replace, set } from './change.ts';
import type { Mutation } from './mutation.ts';
import { CASSANDRA, ELASTICSEARCH, PLAIN } from './variants.ts';

const JAEGER = 'pod containers jaeger';
const FILE = 'data jaeger.yaml';

export const SETTINGS_MUTATIONS: readonly Mutation[] = [
  {
    mistake: 'a variable of the dashboard that is mistyped',
    variant: PLAIN,
    change: set('ConfigMap/kuji-settings', 'data JAEGER_URL', 'http://jaeger-query:16686'),
    rule: 'the dashboard knows its variables',
    says: 'is in no table of server/config-variables.ts',
  },
  {
    mistake: 'a value that the dashboard refuses',
    variant: PLAIN,
    change: set('ConfigMap/kuji-settings', 'data LOG_LEVEL', 'verbose'),
    rule: 'the dashboard can use its variables',
    says: 'LOG_LEVEL is "verbose"',
  },
  {
    mistake: 'a dashboard that listens to itself only',
    variant: PLAIN,
    change: set('ConfigMap/kuji-settings', 'data HOST', '127.0.0.1'),
    rule: 'the dashboard can use its variables',
    says: 'nobody reaches a pod that listens on 127.0.0.1',
  },
  {
    mistake: 'a dashboard at a port that is none of the container',
    variant: PLAIN,
    change: set('ConfigMap/kuji-settings', 'data PORT', '8080'),
    rule: 'the dashboard can use its variables',
    says: 'it listens on 8080',
  },
  {
    mistake: 'a dashboard that would run a Jaeger of its own',
    variant: PLAIN,
    change: remove('ConfigMap/kuji-settings', 'data JAEGER_QUERY_URL'),
    rule: 'the dashboard can use its variables',
    says: 'it runs a Jaeger of its own',
  },
  {
    mistake: 'a variable of the omikuji app that nobody reads',
    variant: PLAIN,
    change: set('ConfigMap/omikuji-settings', 'data OTEL_ENDPOINT', 'http://jaeger-collector:4318'),
    rule: 'the omikuji app knows its variables',
    says: 'is not read by',
  },
  {
    mistake: 'an argument that the omikuji app does not know',
    variant: PLAIN,
    change: set('Deployment/omikuji', 'pod containers omikuji args 1', '--draw'),
    rule: 'the omikuji app can use its variables',
    says: '--draw',
  },
  {
    mistake: 'an omikuji app at a port that is none of the container',
    variant: PLAIN,
    change: set('ConfigMap/omikuji-settings', 'data OMIKUJI_PORT', '8081'),
    rule: 'the omikuji app can use its variables',
    says: 'it listens on 8081',
  },
  {
    mistake: 'an omikuji app that listens to itself only',
    variant: PLAIN,
    change: set('ConfigMap/omikuji-settings', 'data HOST', 'localhost'),
    rule: 'the omikuji app can use its variables',
    says: 'nobody reaches a pod that listens on localhost',
  },
  {
    mistake: 'a configuration at another place than Jaeger looks',
    variant: PLAIN,
    change: set('Deployment/jaeger', `${JAEGER} args 1`, '/etc/jaeger/config.yaml'),
    rule: 'a Jaeger is given its configuration',
    says: '/etc/jaeger/config.yaml is no mounted file',
  },
  {
    mistake: 'a variable that the configuration needs and nobody sets',
    variant: ELASTICSEARCH,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a collector has it
    change: replace('ConfigMap/jaeger-config', FILE, '${env:INDEX_PREFIX:-}', '${env:INDEX_PREFIX}'),
    rule: 'what its configuration asks the environment for is there',
    says: 'no variable INDEX_PREFIX',
  },
  {
    mistake: 'a variable that the configuration does not read any more',
    variant: PLAIN,
    change: set('Deployment/jaeger', `${JAEGER} env +`, { name: 'MAX_TRACE', value: '5000' }),
    rule: 'what a Jaeger has in its environment is asked for',
    says: 'neither its configuration nor Jaeger itself reads it',
  },
  {
    mistake: 'a Jaeger that listens to itself only',
    variant: PLAIN,
    change: remove('Deployment/jaeger', `${JAEGER} env JAEGER_LISTEN_HOST`),
    rule: 'a Jaeger listens where others reach it',
    says: 'listens on 127.0.0.1',
  },
  {
    mistake: 'a receiver without its address, which is then that of the pod alone',
    variant: PLAIN,
    change: replace(
      'ConfigMap/jaeger-config',
      FILE,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as a collector has it
      'endpoint: "${env:JAEGER_LISTEN_HOST:-127.0.0.1}:${env:JAEGER_HEALTH_PORT:-13133}"',
      'path: /status',
    ),
    rule: 'a Jaeger listens on the ports of its container',
    says: 'nothing listens on 13133',
  },
  {
    mistake: 'a receiver at another port than the container has',
    variant: CASSANDRA,
    change: replace('ConfigMap/jaeger-config', FILE, 'JAEGER_OTLP_HTTP_PORT:-4318', 'JAEGER_OTLP_HTTP_PORT:-4319'),
    rule: 'a Jaeger listens on the ports of its container',
    says: 'port 4319 of TCP is no port of the container',
  },
  {
    mistake: 'a service link that moves a port',
    variant: PLAIN,
    change: set('Deployment/jaeger', `${JAEGER} env +`, { name: 'JAEGER_QUERY_PORT', value: '16687' }),
    rule: 'a Jaeger listens on the ports of its container',
    says: 'port 16687 of TCP is no port of the container',
  },
  {
    mistake: 'a receiver that is in no pipeline',
    variant: PLAIN,
    change: replace('ConfigMap/jaeger-config', FILE, 'receivers: [otlp, jaeger, zipkin]', 'receivers: [otlp, jaeger]'),
    rule: 'its configuration uses all that it has',
    says: 'receivers.zipkin: is not used',
  },
  {
    mistake: 'an extension that there is not',
    variant: PLAIN,
    change: allOf(replace('ConfigMap/jaeger-config', FILE, 'jaeger_query, remote_sampling]', 'jaeger_query, pprof]')),
    rule: 'its configuration uses all that it has',
    says: 'there is no pprof',
  },
  {
    mistake: 'an omikuji app whose traces go nowhere',
    variant: PLAIN,
    change: remove('ConfigMap/omikuji-settings', 'data OTEL_EXPORTER_OTLP_ENDPOINT'),
    rule: 'the omikuji app can use its variables',
    says: 'its traces go to http://127.0.0.1:4318',
  },
  {
    mistake: 'a Jaeger that is asked for the page of its UI',
    variant: PLAIN,
    change: set('Deployment/jaeger', `${JAEGER} livenessProbe httpGet`, { path: '/', port: 'http-query' }),
    rule: 'a Jaeger is asked for its status',
    says: 'livenessProbe: must ask /status at port 13133',
  },
  {
    mistake: 'links to a name that no browser knows',
    variant: PLAIN,
    change: remove('ConfigMap/kuji-settings', 'data JAEGER_UI_URL'),
    rule: 'the dashboard can use its variables',
    says: 'links lead browsers to a name that only the cluster knows',
  },
  {
    mistake: 'a Jaeger that does not wait for its storage',
    variant: ELASTICSEARCH,
    change: remove('Deployment/jaeger', 'pod initContainers'),
    rule: 'a Jaeger waits for its storage',
    says: 'Jaeger exits where its storage does not answer',
  },
  {
    mistake: 'a Jaeger that is asked for its status at the port of its UI',
    variant: PLAIN,
    change: set('Deployment/jaeger', `${JAEGER} readinessProbe httpGet port`, 'http-query'),
    rule: 'a Jaeger is asked for its status',
    says: 'readinessProbe: must ask /status at port 13133',
  },
  {
    mistake: 'a Jaeger that is asked for another path at its port for that',
    variant: PLAIN,
    change: remove('Deployment/jaeger', `${JAEGER} startupProbe httpGet path`),
    rule: 'a Jaeger is asked for its status',
    says: 'startupProbe: must ask /status at port 13133',
  },
];
