import * as z from 'zod';
import { labelMap, labelSelector, podTemplate } from './pod.ts';

/*
 * What the rules look at in objects that are not pods; as in `pod.ts`.
 */

export const metadata = z.object({
  name: z.string(),
  namespace: z.string().optional(),
  labels: labelMap,
  annotations: labelMap,
});

const numberOrText = z.union([z.string(), z.number()]);

export const deployment = z.object({
  spec: z.object({
    replicas: z.number().default(1),
    selector: labelSelector,
    strategy: z.object({ type: z.string().default('RollingUpdate') }).default({ type: 'RollingUpdate' }),
    template: podTemplate,
  }),
});

export const statefulSet = z.object({
  spec: z.object({
    replicas: z.number().default(1),
    selector: labelSelector,
    serviceName: z.string().default(''),
    template: podTemplate,
    volumeClaimTemplates: z
      .array(z.object({ metadata: z.object({ name: z.string().default('') }).default({ name: '' }) }))
      .default([]),
  }),
});

export const job = z.object({ spec: z.object({ template: podTemplate }) });
export const cronJob = z.object({ spec: z.object({ jobTemplate: job }) });

export const service = z.object({
  metadata,
  spec: z.object({
    type: z.string().default('ClusterIP'),
    clusterIP: z.string().optional(),
    publishNotReadyAddresses: z.boolean().default(false),
    sessionAffinity: z.string().default('None'),
    selector: labelMap,
    ports: z
      .array(
        z.object({
          name: z.string().optional(),
          port: z.number(),
          targetPort: numberOrText.optional(),
          protocol: z.string().default('TCP'),
        }),
      )
      .default([]),
  }),
});

export const configMap = z.object({ metadata, data: labelMap, binaryData: labelMap });
export const secret = z.object({ metadata, data: labelMap, stringData: labelMap });
export const named = z.object({ metadata });
export const serviceAccount = z.object({ metadata, automountServiceAccountToken: z.boolean().default(true) });

export const ingress = z.object({
  metadata,
  spec: z.object({
    tls: z.array(z.object({ hosts: z.array(z.string()).default([]), secretName: z.string().optional() })).default([]),
    rules: z
      .array(
        z.object({
          host: z.string().optional(),
          http: z
            .object({
              paths: z.array(
                z.object({
                  backend: z.object({
                    service: z.object({
                      name: z.string(),
                      port: z.object({ name: z.string().optional(), number: z.number().optional() }),
                    }),
                  }),
                }),
              ),
            })
            .optional(),
        }),
      )
      .default([]),
  }),
});

export const disruptionBudget = z.object({
  metadata,
  spec: z.object({
    selector: labelSelector,
    minAvailable: numberOrText.optional(),
    maxUnavailable: numberOrText.optional(),
  }),
});

export const autoscaler = z.object({
  metadata,
  spec: z.object({
    scaleTargetRef: z.object({ apiVersion: z.string().default(''), kind: z.string(), name: z.string() }),
    minReplicas: z.number().default(1),
    maxReplicas: z.number(),
    metrics: z.array(z.object({ resource: z.object({ name: z.string() }).optional() })).default([]),
  }),
});

const peers = z
  .array(
    z.object({
      podSelector: labelSelector.optional(),
      namespaceSelector: labelSelector.optional(),
      ipBlock: z.object({ cidr: z.string() }).optional(),
    }),
  )
  .default([]);

const policyPorts = z
  .array(
    z.object({ port: numberOrText.optional(), endPort: z.number().optional(), protocol: z.string().default('TCP') }),
  )
  .default([]);

export const networkPolicy = z.object({
  metadata,
  spec: z.object({
    podSelector: labelSelector,
    policyTypes: z.array(z.string()).default([]),
    ingress: z.array(z.object({ from: peers, ports: policyPorts })).default([]),
    egress: z.array(z.object({ to: peers, ports: policyPorts })).default([]),
  }),
});

export type Service = z.infer<typeof service>;
export type ConfigMap = z.infer<typeof configMap>;
export type Ingress = z.infer<typeof ingress>;
export type DisruptionBudget = z.infer<typeof disruptionBudget>;
export type Autoscaler = z.infer<typeof autoscaler>;
export type NetworkPolicy = z.infer<typeof networkPolicy>;
export type PolicyPeer = z.infer<typeof peers>[number];
export type PolicyPort = z.infer<typeof policyPorts>[number];
