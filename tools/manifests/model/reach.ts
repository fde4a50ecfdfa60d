import type { NetworkPolicy, PolicyPeer, PolicyPort } from './kinds.ts';
import type { Overlay } from './overlay.ts';
import { type PodTemplate, portNumber } from './pod.ts';
import { isEmptySelector, selects } from './select.ts';

/*
 * NetworkPolicies as the documentation of Kubernetes words them: a pod that no policy selects for a direction is open in it; one
 * that is selected may do what any of the policies allows.
 *
 *   source ──egress of the source's policies──> port ──ingress of the target's policies──> target
 */

export type Direction = 'Ingress' | 'Egress';

/** Where somebody is: a pod of the overlay, or somewhere that is known by nothing but not being one. */
export type Place = PodTemplate | 'elsewhere';

export interface Flow {
  readonly port: number;
  readonly protocol: string;
}

/** The policies that hold for a pod in one direction. */
export function policiesOf({ policies }: Overlay, pod: PodTemplate, direction: Direction): readonly NetworkPolicy[] {
  return policies.filter(
    ({ spec }) => spec.policyTypes.includes(direction) && selects(spec.podSelector, pod.metadata.labels),
  );
}

/** Whether `pod` may speak to `peer` (Egress), or be spoken to by it (Ingress). */
export function isAllowed(overlay: Overlay, pod: PodTemplate, direction: Direction, peer: Place, flow: Flow): boolean {
  const policies = policiesOf(overlay, pod, direction);
  if (policies.length === 0) return true;
  // A port by name is one of whoever is spoken to.
  const target = direction === 'Ingress' ? pod : peer;
  return policies.some(({ spec }) =>
    rulesOf(spec, direction).some(({ peers, ports }) => matchesPeer(peers, peer) && matchesPort(ports, target, flow)),
  );
}

export interface PolicyRule {
  readonly peers: readonly PolicyPeer[];
  readonly ports: readonly PolicyPort[];
}

export function rulesOf(spec: NetworkPolicy['spec'], direction: Direction): readonly PolicyRule[] {
  return direction === 'Ingress'
    ? spec.ingress.map(({ from, ports }) => ({ peers: from, ports }))
    : spec.egress.map(({ to, ports }) => ({ peers: to, ports }));
}

function matchesPeer(peers: readonly PolicyPeer[], place: Place): boolean {
  if (peers.length === 0) return true;
  return peers.some(({ podSelector, namespaceSelector, ipBlock }) => {
    if (place === 'elsewhere') return ipBlock !== undefined || namespaceSelector !== undefined;
    if (ipBlock !== undefined) return false;
    // Of our own namespace nothing is known but that it is one: only the selector of all is sure to take it.
    const isHere = namespaceSelector === undefined || isEmptySelector(namespaceSelector);
    return isHere && (podSelector === undefined || selects(podSelector, place.metadata.labels));
  });
}

function matchesPort(ports: readonly PolicyPort[], target: Place, flow: Flow): boolean {
  if (ports.length === 0) return true;
  return ports.some(({ port, endPort, protocol }) => {
    if (protocol !== flow.protocol) return false;
    if (port === undefined) return true;
    const first = numberAt(target, port, protocol);
    return first !== undefined && flow.port >= first && flow.port <= (endPort ?? first);
  });
}

function numberAt(target: Place, port: string | number, protocol: string): number | undefined {
  if (typeof port === 'number') return port;
  return target === 'elsewhere' ? undefined : portNumber(target, port, protocol);
}
