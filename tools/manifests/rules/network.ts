import type { Problem } from '../finding.ts';
import { type Address, addressesOf } from '../model/addresses.ts';
import { backendsOf } from '../model/backends.ts';
import type { NetworkPolicy } from '../model/kinds.ts';
import type { Overlay, Workload } from '../model/overlay.ts';
import { containersOf, portNumber } from '../model/pod.ts';
import { type Direction, isAllowed, policiesOf, rulesOf } from '../model/reach.ts';
import { selectedWorkloads, selects, workloadsBehind } from '../model/select.ts';
import { isUserMade } from './addresses.ts';
import { podRule, type Rule, type Said, sayIf } from './rule.ts';

const DIRECTIONS: readonly Direction[] = ['Ingress', 'Egress'];

const defaultDeny = podRule('what is not allowed is denied, in both directions', ({ pod }, overlay) =>
  DIRECTIONS.flatMap((direction) => {
    const denies = policiesOf(overlay, pod, direction).some(({ spec }) => rulesOf(spec, direction).length === 0);
    return sayIf(!denies, '', `no NetworkPolicy denies ${direction} to this pod`);
  }),
);

const names = podRule('who speaks to a name may ask for it', (workload, overlay) => {
  if (addressesOf(overlay, workload).length === 0) return [];
  return ['UDP', 'TCP'].flatMap((protocol) => {
    const isOpen = isAllowed(overlay, workload.pod, 'Egress', 'elsewhere', { port: 53, protocol });
    return sayIf(!isOpen, '', `no NetworkPolicy lets it ask for names (port 53 of ${protocol})`);
  });
});

const arrows = podRule('what a pod is told to speak to is open, at both ends', (workload, overlay) =>
  addressesOf(overlay, workload).flatMap((address) =>
    isUserMade(overlay, address) ? checkWayOut(overlay, workload, address) : checkArrow(overlay, workload, address),
  ),
);

function checkWayOut(overlay: Overlay, { pod }: Workload, { host, port, path }: Address): readonly Said[] {
  const isOpen = isAllowed(overlay, pod, 'Egress', 'elsewhere', { port, protocol: 'TCP' });
  return sayIf(!isOpen, path, `no NetworkPolicy lets it out to ${host}:${port}`);
}

function checkArrow(overlay: Overlay, source: Workload, address: Address): readonly Said[] {
  const { host, port, path } = address;
  return backendsOf(overlay, address).flatMap(({ workload: target, ...flow }) => {
    const what = `${host}:${port} (port ${flow.port} of ${target.name})`;
    return [
      ...sayIf(
        !isAllowed(overlay, source.pod, 'Egress', target.pod, flow),
        path,
        `no NetworkPolicy lets it out to ${what}`,
      ),
      ...sayIf(
        !isAllowed(overlay, target.pod, 'Ingress', source.pod, flow),
        path,
        `no NetworkPolicy lets it in at ${what}`,
      ),
    ];
  });
}

const fromOutside: Rule = {
  name: 'an ingress may reach what it leads to',
  check: (overlay) =>
    overlay.ingresses.flatMap(({ metadata, spec }) =>
      spec.rules
        .flatMap(({ http }) => http?.paths ?? [])
        .flatMap(({ backend }) => overlay.services.filter((one) => one.metadata.name === backend.service.name))
        .flatMap((service) =>
          workloadsBehind(overlay, service).flatMap(({ pod, name }) =>
            service.spec.ports.flatMap(({ port, targetPort = port, protocol }): readonly Problem[] => {
              const number = portNumber(pod, targetPort, protocol) ?? port;
              const isOpen = isAllowed(overlay, pod, 'Ingress', 'elsewhere', { port: number, protocol });
              const message = `no NetworkPolicy lets it in at port ${number} of ${name}`;
              return isOpen ? [] : [{ object: `Ingress/${metadata.name}`, path: 'spec.rules', message }];
            }),
          ),
        ),
    ),
};

const noDeadPolicy: Rule = {
  name: 'a network policy is about pods and ports that there are',
  check: (overlay) =>
    overlay.policies.flatMap((policy) => {
      const said = [
        ...sayIf(
          selectedWorkloads(overlay, policy.spec.podSelector).length === 0,
          'spec.podSelector',
          'selects no pod of this overlay',
        ),
        ...DIRECTIONS.flatMap((direction) => deadRules(overlay, policy, direction)),
      ];
      return said.map(([path, message]) => ({ object: `NetworkPolicy/${policy.metadata.name}`, path, message }));
    }),
};

function deadRules(overlay: Overlay, { spec }: NetworkPolicy, direction: Direction): readonly Said[] {
  const rules = rulesOf(spec, direction);
  const path = `spec.${direction.toLowerCase()}`;
  const mine = selectedWorkloads(overlay, spec.podSelector);
  // All that a policy without any rule can be for is to deny.
  const isDenial = DIRECTIONS.every((one) => rulesOf(spec, one).length === 0 && spec.policyTypes.includes(one));
  return [
    ...sayIf(
      rules.length === 0 && spec.policyTypes.includes(direction) && !isDenial,
      path,
      `policyTypes names ${direction}, but nothing is allowed`,
    ),
    ...sayIf(rules.length > 0 && !spec.policyTypes.includes(direction), path, `policyTypes does not name ${direction}`),
    ...rules.flatMap(({ peers, ports }) => {
      const here = peers.filter((one) => one.namespaceSelector === undefined && one.ipBlock === undefined);
      const selected = overlay.workloads.filter(({ pod }) =>
        here.some(({ podSelector }) => podSelector === undefined || selects(podSelector, pod.metadata.labels)),
      );
      const targets = direction === 'Ingress' ? mine : selected;
      const isOutside = direction === 'Egress' && here.length < Math.max(1, peers.length);
      return [
        ...here.flatMap(({ podSelector }) =>
          sayIf(
            podSelector !== undefined && selectedWorkloads(overlay, podSelector).length === 0,
            path,
            'allows pods that there are not in this overlay',
          ),
        ),
        ...ports.flatMap(({ port, protocol }) =>
          sayIf(
            !isOutside && port !== undefined && !targets.some((one) => hasPort(one, port, protocol)),
            path,
            `allows port ${port} of ${protocol}, which no such pod has`,
          ),
        ),
      ];
    }),
  ];
}

function hasPort({ pod }: Workload, port: string | number, protocol: string): boolean {
  const number = portNumber(pod, port, protocol);
  return containersOf(pod).some(({ ports }) =>
    ports.some((one) => one.containerPort === number && one.protocol === protocol),
  );
}

export const NETWORK_RULES: readonly Rule[] = [defaultDeny, names, arrows, fromOutside, noDeadPolicy];
