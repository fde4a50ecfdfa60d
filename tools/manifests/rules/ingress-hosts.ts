import { readConfig } from '../../../server/config.ts';
import { isAllowedHost } from '../../../server/guard/allowed-hosts.ts';
import { environmentOf } from '../model/environment.ts';
import { isDashboard } from '../model/our-image.ts';
import { workloadsBehind } from '../model/select.ts';
import type { Rule } from './rule.ts';

/** The dashboard refuses requests to names that it was not given. */
const hosts: Rule = {
  name: 'the dashboard answers to the names of its ingress',
  check: (overlay) =>
    overlay.ingresses.flatMap(({ metadata, spec }) =>
      spec.rules.flatMap(({ host, http }) => {
        const backends = (http?.paths ?? []).map(({ backend }) => backend.service.name);
        const dashboards = overlay.services
          .filter((service) => backends.includes(service.metadata.name))
          .flatMap((service) => workloadsBehind(overlay, service))
          .flatMap(({ pod }) => pod.spec.containers.filter(isDashboard));
        return dashboards
          .filter((container) => {
            const { value } = environmentOf(overlay, container).find(({ name }) => name === 'KUJI_ALLOWED_HOSTS') ?? {};
            const read = readConfig({ KUJI_ALLOWED_HOSTS: value });
            return read.kind === 'errors' || !isAllowedHost(host, read.config.allowedHosts);
          })
          .map(() => ({
            object: `Ingress/${metadata.name}`,
            path: 'spec.rules',
            message: `${host} is not in KUJI_ALLOWED_HOSTS, so every request is refused`,
          }));
      }),
    ),
};

export const INGRESS_HOST_RULES: readonly Rule[] = [hosts];
