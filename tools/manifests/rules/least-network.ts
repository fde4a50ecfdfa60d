import { addressesOf } from '../model/addresses.ts';
import { backendsOf } from '../model/backends.ts';
import { jaegersOf } from '../model/jaeger.ts';
import { listenersOf } from '../model/listeners.ts';
import { isOmikuji } from '../model/our-image.ts';
import type { Overlay } from '../model/overlay.ts';
import { containersOf, type PodTemplate, podTemplate } from '../model/pod.ts';
import { type Direction, isAllowed, type PolicyRule, rulesOf } from '../model/reach.ts';
import { isEmptySelector } from '../model/select.ts';
import { USER_MADE_ADDRESSES } from '../user-made.ts';
import { podRule, type Rule, type Said, sayIf } from './rule.ts';

/*
 * The other side of `network.ts`: nothing is open that nobody needs.
 */

const DNS = 53;

const named: Rule = {
  name: 'a network policy names its pods, its peers and its ports',
  check: (overlay) =>
    overlay.policies.flatMap(({ metadata, spec }) =>
      [
        ...sayIf(
          isEmptySelector(spec.podSelector),
          'spec.podSelector',
          'is about all pods of the namespace, those of others too',
        ),
        ...(['Ingress', 'Egress'] as const).flatMap((direction) =>
          rulesOf(spec, direction).flatMap((rule) => checkRule(overlay, direction, rule)),
        ),
      ].map(([path, message]) => ({ object: `NetworkPolicy/${metadata.name}`, path, message })),
    ),
};

function checkRule({ name }: Overlay, direction: Direction, { peers, ports }: PolicyRule): readonly Said[] {
  const path = `spec.${direction.toLowerCase()}`;
  const isForNames = ports.every(({ port }) => port === DNS);
  const isForUsers = USER_MADE_ADDRESSES.some(({ overlay }) => overlay === name);
  const mayGoAnywhere = direction === 'Egress' && (isForNames || isForUsers);
  return [
    ...sayIf(ports.length === 0 || ports.some(({ port }) => port === undefined), path, 'opens all ports'),
    ...sayIf(peers.length === 0 && !mayGoAnywhere, path, 'opens the way from or to anywhere'),
    ...peers.flatMap(({ podSelector, namespaceSelector, ipBlock }) => [
      ...sayIf(
        podSelector === undefined && namespaceSelector === undefined && ipBlock === undefined,
        path,
        'has a peer that is nobody',
      ),
      ...sayIf(
        direction === 'Egress' && podSelector !== undefined && isEmptySelector(podSelector),
        path,
        'opens the way to all pods of the namespace',
      ),
    ]),
  ];
}

const neededOnly = podRule('nobody may speak to whom they need not', (workload, overlay) => {
  const needed = addressesOf(overlay, workload).flatMap((address) => backendsOf(overlay, address));
  return overlay.workloads.flatMap((target) =>
    portsOf(target.pod).flatMap(({ containerPort: port, protocol }) => {
      const isOpen = isAllowed(overlay, workload.pod, 'Egress', target.pod, { port, protocol });
      const isNeeded = needed.some((one) => one.workload === target && one.port === port);
      return sayIf(isOpen && !isNeeded, '', `may speak to port ${port} of ${target.name}, which it is not told to`);
    }),
  );
});

const portsOf = (pod: PodTemplate) => containersOf(pod).flatMap(({ ports }) => ports);

/** Some other pod of the namespace. */
const STRANGER = podTemplate.parse({ spec: { containers: [] } });

/** Where a Jaeger takes traces, and tells how many of them are wanted. */
const TAKES_TRACES = /^(receivers|extensions\.remote_sampling)\./;

const strangers = podRule('others may send traces and draw fortunes, and nothing else', ({ pod, name }, overlay) => {
  const receivers = jaegersOf(overlay)
    .filter(({ workload }) => workload.name === name)
    .flatMap(({ read }) => listenersOf(read))
    .filter(({ path }) => TAKES_TRACES.test(`${path}.`));
  return pod.spec.containers.flatMap((container) =>
    container.ports.flatMap(({ containerPort: port, protocol }) => {
      const isOpen = isAllowed(overlay, pod, 'Ingress', STRANGER, { port, protocol });
      const isMeant = isOmikuji(container) || receivers.some((one) => one.port === port && one.protocol === protocol);
      const message = isOpen
        ? 'is open to all pods of the namespace'
        : 'takes traces, and is open to nobody who sends them';
      return sayIf(isOpen !== isMeant, `containers.${container.name}.ports`, `port ${port} of ${protocol} ${message}`);
    }),
  );
});

export const LEAST_NETWORK_RULES: readonly Rule[] = [named, neededOnly, strangers];
