import { ADDRESS_RULES } from './rules/addresses.ts';
import { AVAILABILITY_RULES } from './rules/availability.ts';
import { ENVIRONMENT_RULES } from './rules/environment.ts';
import { FILE_RULES } from './rules/files.ts';
import { IMAGE_RULES } from './rules/images.ts';
import { INGRESS_HOST_RULES } from './rules/ingress-hosts.ts';
import { ISOLATION_RULES } from './rules/isolation.ts';
import { JAEGER_CONFIG_RULES } from './rules/jaeger-config.ts';
import { LABEL_RULES } from './rules/labels.ts';
import { LEAST_NETWORK_RULES } from './rules/least-network.ts';
import { MEMORY_RULES } from './rules/memory.ts';
import { NAME_RULES } from './rules/names.ts';
import { NETWORK_RULES } from './rules/network.ts';
import { PASSWORD_RULES } from './rules/passwords.ts';
import { POD_SECURITY_RULES } from './rules/pod-security.ts';
import { PORT_RULES } from './rules/ports.ts';
import { PROBE_RULES } from './rules/probes.ts';
import { REFERENCE_RULES } from './rules/references.ts';
import { RESOURCE_RULES } from './rules/resources.ts';
import type { Rule } from './rules/rule.ts';
import { SELECTOR_RULES } from './rules/selectors.ts';
import { SHUTDOWN_RULES } from './rules/shutdown.ts';

/** All that must hold in each overlay, once its objects are what the schema of Kubernetes asks for. */
export const ALL_RULES: readonly Rule[] = [
  ...NAME_RULES,
  ...LABEL_RULES,
  ...SELECTOR_RULES,
  ...PORT_RULES,
  ...REFERENCE_RULES,
  ...FILE_RULES,
  ...ADDRESS_RULES,
  ...NETWORK_RULES,
  ...LEAST_NETWORK_RULES,
  ...POD_SECURITY_RULES,
  ...ISOLATION_RULES,
  ...RESOURCE_RULES,
  ...MEMORY_RULES,
  ...PROBE_RULES,
  ...SHUTDOWN_RULES,
  ...IMAGE_RULES,
  ...AVAILABILITY_RULES,
  ...PASSWORD_RULES,
  ...ENVIRONMENT_RULES,
  ...INGRESS_HOST_RULES,
  ...JAEGER_CONFIG_RULES,
];
