import { containersOf, type PodTemplate } from '../model/pod.ts';
import { containerRule, podRule, type Rule, sayIf } from './rule.ts';

/*
 * Pod Security Standards, level `restricted`, a rule for each of their controls, in their order:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */

const hostProcess = podRule('restricted: no host process', ({ pod }) => {
  const contexts = [pod.spec.securityContext, ...containersOf(pod).map((one) => one.securityContext)];
  return contexts.flatMap(({ windowsOptions }) =>
    sayIf(windowsOptions?.hostProcess === true, 'securityContext', 'hostProcess is not allowed'),
  );
});

const hostNamespaces = podRule('restricted: no namespaces of the host', ({ pod }) =>
  (['hostNetwork', 'hostPID', 'hostIPC'] as const).flatMap((name) => sayIf(pod.spec[name], name, 'is not allowed')),
);

const privileged = containerRule('restricted: not privileged', ({ securityContext }) =>
  sayIf(securityContext.privileged, 'securityContext.privileged', 'is not allowed'),
);

const capabilities = containerRule('restricted: all capabilities are dropped', ({ securityContext }) => {
  const { add, drop } = securityContext.capabilities;
  const path = 'securityContext.capabilities';
  return [
    ...sayIf(!drop.includes('ALL'), `${path}.drop`, 'must have ALL'),
    ...add.flatMap((name) => sayIf(name !== 'NET_BIND_SERVICE', `${path}.add`, `${name} is not allowed`)),
  ];
});

const ALLOWED_VOLUMES = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral'],
  ...['persistentVolumeClaim', 'projected', 'secret'],
];

const volumeTypes = podRule('restricted: only harmless kinds of volumes', ({ pod }) =>
  pod.spec.volumes.flatMap(({ name, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, value]) =>
      sayIf(value !== undefined && !ALLOWED_VOLUMES.includes(kind), `volumes.${name}.${kind}`, 'is not allowed'),
    ),
  ),
);

const hostPorts = containerRule('restricted: no ports of the host', ({ ports }) =>
  ports.flatMap(({ containerPort, hostPort = 0 }) =>
    sayIf(hostPort !== 0, `ports.${containerPort}.hostPort`, 'is not allowed'),
  ),
);

const appArmor = podRule('restricted: AppArmor is not switched off', ({ pod }) => [
  ...contextsOf(pod).flatMap(([path, { appArmorProfile: profile }]) =>
    sayIf(profile?.type === 'Unconfined', path, 'appArmorProfile must not be Unconfined'),
  ),
  ...Object.entries(pod.metadata.annotations).flatMap(([key, value]) =>
    sayIf(
      key.startsWith('container.apparmor.security.beta.kubernetes.io/') && value === 'unconfined',
      '',
      `${key} must not be unconfined`,
    ),
  ),
]);

const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

const seLinux = podRule('restricted: SELinux of a container', ({ pod }) =>
  contextsOf(pod).flatMap(([path, { seLinuxOptions: options }]) =>
    sayIf(
      options !== undefined && (!SELINUX_TYPES.includes(options.type) || options.user !== '' || options.role !== ''),
      path,
      'seLinuxOptions has another type, a user or a role',
    ),
  ),
);

const procMount = containerRule('restricted: /proc as it is', ({ securityContext: { procMount: mount } }) =>
  sayIf(mount !== undefined && mount !== 'Default', 'securityContext.procMount', 'must be Default'),
);

const SAFE_SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
];

const sysctls = podRule('restricted: only safe sysctls', ({ pod }) =>
  pod.spec.securityContext.sysctls.flatMap(({ name }) =>
    sayIf(!SAFE_SYSCTLS.includes(name), 'securityContext.sysctls', `${name} is not allowed`),
  ),
);

const escalation = containerRule('restricted: no escalation of privileges', ({ securityContext }) =>
  sayIf(
    securityContext.allowPrivilegeEscalation !== false,
    'securityContext.allowPrivilegeEscalation',
    'must be false',
  ),
);

const nonRoot = containerRule('restricted: not root', ({ securityContext: own }, { pod }) => {
  const all = pod.spec.securityContext;
  const user = own.runAsUser ?? all.runAsUser;
  return [
    ...sayIf((own.runAsNonRoot ?? all.runAsNonRoot) !== true, 'securityContext.runAsNonRoot', 'must be true'),
    // Not asked for, but else it depends on the image whether the pod starts.
    ...sayIf(
      user === undefined || user === 0,
      'securityContext.runAsUser',
      'must be the number of a user that is not 0',
    ),
  ];
});

const seccomp = containerRule('restricted: seccomp is on', ({ securityContext: own }, { pod }) => {
  const type = (own.seccompProfile ?? pod.spec.securityContext.seccompProfile)?.type;
  return sayIf(
    type !== 'RuntimeDefault' && type !== 'Localhost',
    'securityContext.seccompProfile',
    'must be RuntimeDefault',
  );
});

function contextsOf(pod: PodTemplate) {
  return [
    ['securityContext', pod.spec.securityContext] as const,
    ...containersOf(pod).map((one) => [`containers.${one.name}.securityContext`, one.securityContext] as const),
  ];
}

export const POD_SECURITY_RULES: readonly Rule[] = [
  hostProcess,
  hostNamespaces,
  privileged,
  capabilities,
  volumeTypes,
  hostPorts,
  appArmor,
  seLinux,
  procMount,
  sysctls,
  escalation,
  nonRoot,
  seccomp,
];
