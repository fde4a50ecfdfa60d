import type { Problem } from '../finding.ts';
import { containersOf, type Probe, portNumber } from '../model/pod.ts';
import { workloadsBehind } from '../model/select.ts';
import { containerRule, podRule, type Rule, sayIf } from './rule.ts';

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const servicePorts: Rule = {
  name: 'a service leads to ports that its pods have',
  check: (overlay) =>
    overlay.services.flatMap((service) => {
      const object = `Service/${service.metadata.name}`;
      if (service.spec.ports.length === 0) return [{ object, path: 'spec.ports', message: 'leads to none' }];
      return workloadsBehind(overlay, service).flatMap(({ pod, kind, name }) =>
        service.spec.ports.flatMap(({ port, targetPort = port, protocol }): readonly Problem[] => {
          const number = portNumber(pod, targetPort, protocol);
          const ports = containersOf(pod).flatMap((one) => one.ports);
          if (ports.some((one) => one.containerPort === number && one.protocol === protocol)) return [];
          const message = `${kind}/${name} has no port ${targetPort} of ${protocol}`;
          return [{ object, path: `spec.ports.${port}`, message }];
        }),
      );
    }),
};

/** Only somebody from outside asks there, who is let in by who deploys. */
const FOR_OTHERS = ['metrics'];

const usedPorts = podRule('a port of a pod is led to by a service, or asked by a probe', (workload, overlay) => {
  const led = overlay.services
    .filter((service) => workloadsBehind(overlay, service).includes(workload))
    .flatMap(({ spec }) => spec.ports)
    .map(({ port, targetPort = port, protocol }) => portNumber(workload.pod, targetPort, protocol));
  return containersOf(workload.pod).flatMap((container) => {
    const asked = PROBES.map((name) => portOf(container[name]));
    return container.ports.flatMap(({ name = '', containerPort }) => {
      const isUsed = led.includes(containerPort) || asked.includes(name) || asked.includes(containerPort);
      const path = `containers.${container.name}.ports.${name}`;
      return sayIf(!isUsed && !FOR_OTHERS.includes(name), path, `no service leads to port ${containerPort}`);
    });
  });
});

const headless = podRule('a stateful set has its headless service', (workload, overlay) => {
  if (workload.kind !== 'StatefulSet') return [];
  const found = overlay.services.find(({ metadata }) => metadata.name === workload.serviceName);
  const leadsHere = found !== undefined && workloadsBehind(overlay, found).includes(workload);
  return [
    ...sayIf(!leadsHere, '', `spec.serviceName: there is no service ${workload.serviceName} that leads to these pods`),
    ...sayIf(
      found !== undefined && found.spec.clusterIP !== 'None',
      '',
      `service ${workload.serviceName}: clusterIP must be None`,
    ),
    ...sayIf(
      found?.spec.publishNotReadyAddresses === false,
      '',
      `service ${workload.serviceName}: publishNotReadyAddresses must be true: a node finds itself before it is ready`,
    ),
  ];
});

const probePorts = containerRule('a probe asks a port of its container', (container) =>
  PROBES.flatMap((name) => {
    const port = portOf(container[name]);
    if (port === undefined) return [];
    const isThere = container.ports.some((one) => one.name === port || one.containerPort === port);
    return sayIf(!isThere, name, `the container has no port ${port}`);
  }),
);

function portOf(probe: Probe | undefined): string | number | undefined {
  return probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
}

const scrapedPort = podRule('a port that is to be scraped is one of the pod', ({ pod }) => {
  const port = pod.metadata.annotations['prometheus.io/port'];
  const ports = containersOf(pod).flatMap((one) => one.ports);
  const isThere = port === undefined || ports.some(({ containerPort }) => String(containerPort) === port);
  return sayIf(!isThere, '', `prometheus.io/port: the pod has no port ${port}`);
});

const ingressBackends: Rule = {
  name: 'an ingress leads to services that there are',
  check: ({ ingresses, services }) =>
    ingresses.flatMap(({ metadata, spec }) => {
      const paths = spec.rules.flatMap(({ http }) => http?.paths ?? []);
      const wrong = paths.filter(({ backend: { service } }) => {
        const ports = services.find((one) => one.metadata.name === service.name)?.spec.ports ?? [];
        return !ports.some(({ name, port }) =>
          service.port.name === undefined ? port === service.port.number : name === service.port.name,
        );
      });
      const messages = wrong.map(
        ({ backend: { service } }) =>
          `there is no service ${service.name} with port ${service.port.name ?? service.port.number}`,
      );
      return [...(paths.length === 0 ? ['leads nowhere'] : []), ...messages].map((message) => ({
        object: `Ingress/${metadata.name}`,
        path: 'spec.rules',
        message,
      }));
    }),
};

export const PORT_RULES: readonly Rule[] = [
  servicePorts,
  usedPorts,
  headless,
  probePorts,
  scrapedPort,
  ingressBackends,
];
