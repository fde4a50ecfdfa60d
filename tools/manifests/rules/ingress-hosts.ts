import { type Config, readConfig } from '../../../server/config.ts';
import { isAllowedHost } from '../../../server/guard/allowed-hosts.ts';
import { environmentOf } from '../model/environment.ts';
import type { Ingress } from '../model/kinds.ts';
import { isDashboard } from '../model/our-image.ts';
import type { Overlay } from '../model/overlay.ts';
import { workloadsBehind } from '../model/select.ts';
import { type Rule, type Said, sayIf } from './rule.ts';

type IngressRule = Ingress['spec']['rules'][number];

/** A rule about each name of an ingress, and what the dashboards behind it are told. */
function hostRule(
  name: string,
  check: (rule: IngressRule, ingress: Ingress, dashboards: readonly Partial<Config>[]) => readonly Said[],
): Rule {
  return {
    name,
    check: (overlay) =>
      overlay.ingresses.flatMap((ingress) =>
        ingress.spec.rules
          .flatMap((rule) => check(rule, ingress, dashboardsBehind(overlay, rule)))
          .map(([path, message]) => ({ object: `Ingress/${ingress.metadata.name}`, path, message })),
      ),
  };
}

function dashboardsBehind(overlay: Overlay, { http }: IngressRule): readonly Partial<Config>[] {
  const backends = (http?.paths ?? []).map(({ backend }) => backend.service.name);
  return overlay.services
    .filter((service) => backends.includes(service.metadata.name))
    .flatMap((service) => workloadsBehind(overlay, service))
    .flatMap(({ pod }) => pod.spec.containers.filter(isDashboard))
    .map((container) => {
      const of = (name: string) => environmentOf(overlay, container).find((one) => one.name === name)?.value;
      const [hosts, proxies] = ['KUJI_ALLOWED_HOSTS', 'KUJI_TRUSTED_PROXIES'];
      const read = readConfig({ [hosts!]: of(hosts!), [proxies!]: of(proxies!) });
      return read.kind === 'errors' ? {} : read.config;
    });
}

/** It refuses requests to names that it was not given. */
const allowed = hostRule('the dashboard answers to the names of its ingress', ({ host }, _ingress, dashboards) =>
  dashboards.flatMap(({ allowedHosts = [] }) =>
    sayIf(
      !isAllowedHost(host, allowedHosts),
      'spec.rules',
      `${host} is not in KUJI_ALLOWED_HOSTS, so every request is refused`,
    ),
  ),
);

const trusted = hostRule('the dashboard counts the clients of its ingress apart', (_rule, _ingress, dashboards) =>
  dashboards.flatMap(({ trustedProxies = [] }) =>
    sayIf(
      trustedProxies.length === 0,
      'spec.rules',
      'KUJI_TRUSTED_PROXIES is missing, so all who come by it are one client, and wait for each other',
    ),
  ),
);

const encrypted = hostRule('a name of an ingress has a certificate', ({ host }, { spec }) =>
  sayIf(
    host === undefined || !spec.tls.some(({ hosts }) => hosts.includes(host)),
    'spec.tls',
    `${host ?? 'a rule without a host'} is not among the hosts of a certificate`,
  ),
);

export const INGRESS_HOST_RULES: readonly Rule[] = [allowed, trusted, encrypted];
