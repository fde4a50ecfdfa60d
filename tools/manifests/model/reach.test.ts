import { describe, expect, it } from 'vitest';
import { readOverlay } from './overlay.ts';
import { type Direction, isAllowed, type Place } from './reach.ts';

const ALL = { podSelector: {} };

function deployment(name: string, ports: readonly unknown[] = []) {
  const labels = { app: name };
  const spec = { containers: [{ name, ports }] };
  return {
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

const PODS = [deployment('web'), deployment('store', [{ name: 'sql', containerPort: 5432 }])];

/** Whether `web` reaches port `port` of `store`, seen from one of both ends, where these policies hold. */
function isOpen(direction: Direction, specs: readonly unknown[], port = 5432, peer?: Place): boolean {
  const policies = specs.map((spec, index) => ({ kind: 'NetworkPolicy', metadata: { name: `p${index}` }, spec }));
  const overlay = readOverlay('test', [...PODS, ...policies]);
  const [web, store] = overlay.workloads.map(({ pod }) => pod);
  const [pod, other] = direction === 'Egress' ? [web!, store!] : [store!, web!];
  return isAllowed(overlay, pod, direction, peer ?? other, { port, protocol: 'TCP' });
}

const policy = (direction: Direction, rules: readonly unknown[], podSelector: unknown = {}) => ({
  podSelector,
  policyTypes: [direction],
  [direction.toLowerCase()]: rules,
});

const select = (app: string) => ({ podSelector: { matchLabels: { app } } });

describe('network policies', () => {
  it('leave open what none of them selects', () => {
    expect(isOpen('Ingress', [])).toBe(true);
    expect(isOpen('Ingress', [policy('Ingress', [], { matchLabels: { app: 'web' } })])).toBe(true);
    expect(isOpen('Ingress', [policy('Egress', [])])).toBe(true);
  });

  it('close what one selects and none allows', () => {
    expect(isOpen('Ingress', [policy('Ingress', [])])).toBe(false);
    expect(isOpen('Egress', [policy('Egress', [])])).toBe(false);
  });

  it('add up', () => {
    expect(isOpen('Ingress', [policy('Ingress', []), policy('Ingress', [{ from: [select('web')] }])])).toBe(true);
  });

  it('allow everybody and every port where none is named', () => {
    expect(isOpen('Ingress', [policy('Ingress', [{}])])).toBe(true);
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [ALL] }])])).toBe(true);
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [select('other')] }])])).toBe(false);
  });

  it('mean by the name of a port that of the pod which is spoken to', () => {
    for (const direction of ['Ingress', 'Egress'] as const) {
      expect(isOpen(direction, [policy(direction, [{ ports: [{ port: 'sql' }] }])])).toBe(true);
      expect(isOpen(direction, [policy(direction, [{ ports: [{ port: 'http' }] }])])).toBe(false);
    }
  });

  it('know ports by number, by range and by protocol', () => {
    const opens = (port: unknown) => isOpen('Egress', [policy('Egress', [{ ports: [port] }])]);
    expect(opens({ port: 5432 })).toBe(true);
    expect(opens({ port: 5433 })).toBe(false);
    expect(opens({ port: 5000, endPort: 6000 })).toBe(true);
    expect(opens({ port: 5000, endPort: 5431 })).toBe(false);
    expect(opens({ port: 5432, protocol: 'UDP' })).toBe(false);
    expect(opens({ protocol: 'TCP' })).toBe(true);
  });

  it('do not take pods of another namespace for ours', () => {
    const other = {
      namespaceSelector: { matchLabels: { name: 'other' } },
      podSelector: { matchLabels: { app: 'web' } },
    };
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [other] }])])).toBe(false);
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [other] }])], 5432, 'elsewhere')).toBe(true);
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [{ namespaceSelector: {} }] }])])).toBe(true);
  });

  it('do not take what is elsewhere for one of our pods', () => {
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [ALL] }])], 5432, 'elsewhere')).toBe(false);
    const block = { ipBlock: { cidr: '0.0.0.0/0' } };
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [block] }])], 5432, 'elsewhere')).toBe(true);
    expect(isOpen('Ingress', [policy('Ingress', [{ from: [block] }])])).toBe(false);
  });
});
