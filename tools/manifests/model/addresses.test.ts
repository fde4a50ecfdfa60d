import { describe, expect, it } from 'vitest';
import { addressesOf, serviceOf } from './addresses.ts';
import { readOverlay } from './overlay.ts';

const CONFIG = `
exporters:
  remote: { endpoint: "\${env:TARGET:-collector:4317}" }
receivers:
  otlp: { endpoint: "0.0.0.0:4317" }
storage:
  servers: [one:9042, "\${env:SECOND}"]
`;

const overlay = readOverlay('test', [
  { kind: 'ConfigMap', metadata: { name: 'config' }, data: { 'config.yaml': CONFIG, 'notes.txt': 'see other:1234' } },
  {
    kind: 'ConfigMap',
    metadata: { name: 'settings' },
    data: { QUERY_URL: 'http://query:16686/jaeger', LEVEL: 'info' },
  },
  { kind: 'Service', metadata: { name: 'db' }, spec: { clusterIP: 'None' } },
  {
    kind: 'StatefulSet',
    metadata: { name: 'cassandra' },
    spec: {
      serviceName: 'db',
      selector: {},
      template: {
        spec: {
          volumes: [{ name: 'config', configMap: { name: 'config' } }],
          containers: [
            {
              name: 'main',
              args: ['--to', 'https://$(HOST_NAME)/x', 'until curl http://wait:9200; do sleep 1; done'],
              envFrom: [{ configMapRef: { name: 'settings' } }],
              env: [
                { name: 'HOST_NAME', value: 'search.example.com' },
                { name: 'SECOND', value: 'two:9043' },
                { name: 'SEVERAL', value: 'a:1,b:2 c:3' },
                { name: 'TIME', value: '10:30:00' },
                { name: 'JAEGER_UI_URL', value: 'http://localhost:16686' },
              ],
              volumeMounts: [{ name: 'config', mountPath: '/etc' }],
            },
          ],
        },
      },
    },
  },
]);

describe('what a pod is told to speak to', () => {
  it('is found in its variables, arguments and files, with what stands for what', () => {
    const found = addressesOf(overlay, overlay.workloads[0]!).map(({ host, port }) => `${host}:${port}`);
    expect(found).toEqual([
      'query:16686',
      'two:9043',
      'a:1',
      'b:2',
      'c:3',
      'search.example.com:443',
      'wait:9200',
      'collector:4317',
      'one:9042',
      'two:9043',
    ]);
  });

  it('is a service by its name, with its namespace, or by the name of a pod', () => {
    for (const host of ['db', 'db.tracing.svc', 'db.tracing.svc.cluster.local', 'cassandra-0.db']) {
      expect(serviceOf(overlay, host)?.metadata.name, host).toBe('db');
    }
    for (const host of ['other', 'db.example.com', 'cassandra-0', 'web-0.db', 'cassandra-x.db']) {
      expect(serviceOf(overlay, host), host).toBeUndefined();
    }
  });
});
