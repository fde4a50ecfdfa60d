import * as z from 'zod';

/*
 * What the rules look at in a pod, with what Kubernetes takes where nothing is said. The schema has been checked before, so this
 * refuses nothing; fields that no rule asks for are left out.
 */

const texts = z.array(z.string()).default([]);
const quantities = z.record(z.string(), z.union([z.string(), z.number()])).default({});

const keyReference = z.object({ name: z.string(), key: z.string(), optional: z.boolean().default(false) });
const nameReference = z.object({ name: z.string(), optional: z.boolean().default(false) });

const envVariable = z.object({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z
    .looseObject({ configMapKeyRef: keyReference.optional(), secretKeyRef: keyReference.optional() })
    .optional(),
});

const envSource = z.object({
  prefix: z.string().default(''),
  configMapRef: nameReference.optional(),
  secretRef: nameReference.optional(),
});

/** By name or by number. */
const portReference = z.union([z.string(), z.number()]);

const handler = z.object({
  httpGet: z.object({ path: z.string().default('/'), port: portReference }).optional(),
  tcpSocket: z.object({ port: portReference }).optional(),
  grpc: z.object({ port: z.number() }).optional(),
  exec: z.object({ command: texts }).optional(),
  sleep: z.object({ seconds: z.number() }).optional(),
});

const probe = handler.extend({
  initialDelaySeconds: z.number().default(0),
  periodSeconds: z.number().default(10),
  timeoutSeconds: z.number().default(1),
  successThreshold: z.number().default(1),
  failureThreshold: z.number().default(3),
});

const securityFields = {
  runAsNonRoot: z.boolean().optional(),
  runAsUser: z.number().optional(),
  runAsGroup: z.number().optional(),
  seccompProfile: z.object({ type: z.string() }).optional(),
  seLinuxOptions: z
    .object({ type: z.string().default(''), user: z.string().default(''), role: z.string().default('') })
    .optional(),
  appArmorProfile: z.object({ type: z.string() }).optional(),
  windowsOptions: z.object({ hostProcess: z.boolean().default(false) }).optional(),
};

const container = z.object({
  name: z.string(),
  image: z.string().default(''),
  imagePullPolicy: z.string().optional(),
  command: texts,
  args: texts,
  ports: z
    .array(
      z.object({
        name: z.string().optional(),
        containerPort: z.number(),
        protocol: z.string().default('TCP'),
        hostPort: z.number().optional(),
      }),
    )
    .default([]),
  env: z.array(envVariable).default([]),
  envFrom: z.array(envSource).default([]),
  volumeMounts: z
    .array(z.object({ name: z.string(), mountPath: z.string(), subPath: z.string().optional() }))
    .default([]),
  resources: z.object({ requests: quantities, limits: quantities }).default({ requests: {}, limits: {} }),
  securityContext: z
    .object({
      ...securityFields,
      allowPrivilegeEscalation: z.boolean().optional(),
      readOnlyRootFilesystem: z.boolean().optional(),
      privileged: z.boolean().default(false),
      procMount: z.string().optional(),
      capabilities: z.object({ add: texts, drop: texts }).default({ add: [], drop: [] }),
    })
    .default({ privileged: false, capabilities: { add: [], drop: [] } }),
  startupProbe: probe.optional(),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  lifecycle: z.object({ preStop: handler.optional() }).optional(),
});

const keyItems = z.array(z.object({ key: z.string(), path: z.string() })).default([]);
const volumeFields = {
  configMap: z.object({ name: z.string(), items: keyItems, optional: z.boolean().default(false) }).optional(),
  emptyDir: z.object({ sizeLimit: z.union([z.string(), z.number()]).optional() }).optional(),
};

/** Loose: which other kind of volume it is, is the name of a field. */
const volume = z.looseObject({
  name: z.string(),
  ...volumeFields,
  secret: z.object({ secretName: z.string(), items: keyItems, optional: z.boolean().default(false) }).optional(),
  persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
  projected: z
    .object({
      sources: z
        .array(
          z.object({
            configMap: volumeFields.configMap,
            secret: nameReference.extend({ items: keyItems }).optional(),
            serviceAccountToken: z.unknown().optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});

export const labelMap = z.record(z.string(), z.string()).default({});

export const labelSelector = z.object({
  matchLabels: labelMap,
  matchExpressions: z.array(z.object({ key: z.string(), operator: z.string(), values: texts })).default([]),
});

export const podTemplate = z.object({
  metadata: z.object({ labels: labelMap, annotations: labelMap }).default({ labels: {}, annotations: {} }),
  spec: z.object({
    containers: z.array(container),
    initContainers: z.array(container).default([]),
    volumes: z.array(volume).default([]),
    restartPolicy: z.string().default('Always'),
    serviceAccountName: z.string().default('default'),
    automountServiceAccountToken: z.boolean().default(true),
    enableServiceLinks: z.boolean().default(true),
    terminationGracePeriodSeconds: z.number().default(30),
    hostNetwork: z.boolean().default(false),
    hostPID: z.boolean().default(false),
    hostIPC: z.boolean().default(false),
    securityContext: z
      .object({
        ...securityFields,
        fsGroup: z.number().optional(),
        sysctls: z.array(z.object({ name: z.string() })).default([]),
      })
      .default({ sysctls: [] }),
    topologySpreadConstraints: z.array(z.object({ labelSelector: labelSelector.optional() })).default([]),
  }),
});

export type PodTemplate = z.infer<typeof podTemplate>;
export type Container = z.infer<typeof container>;
export type Probe = z.infer<typeof probe>;
export type Volume = z.infer<typeof volume>;
export type EnvVariable = z.infer<typeof envVariable>;
export type LabelSelector = z.infer<typeof labelSelector>;
export type PortReference = z.infer<typeof portReference>;

/** All containers of a pod, those first that run before the others. */
export function containersOf({ spec }: PodTemplate): readonly Container[] {
  return [...spec.initContainers, ...spec.containers];
}

/** The number of a port that is given by name or number; `undefined` where no container has that name. */
export function portNumber(pod: PodTemplate, port: PortReference, protocol = 'TCP'): number | undefined {
  if (typeof port === 'number') return port;
  const ports = containersOf(pod).flatMap((one) => one.ports);
  return ports.find((one) => one.name === port && one.protocol === protocol)?.containerPort;
}
