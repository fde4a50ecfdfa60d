import { type Address, serviceOf } from './addresses.ts';
import type { Overlay, Workload } from './overlay.ts';
import { portNumber } from './pod.ts';
import { workloadsBehind } from './select.ts';

/** A port of a pod that somebody reaches by a Service. */
export interface Backend {
  readonly workload: Workload;
  readonly port: number;
  readonly protocol: string;
}

/** Where an address leads within the overlay: none where there is no such service or port. */
export function backendsOf(overlay: Overlay, { host, port }: Address): readonly Backend[] {
  const service = serviceOf(overlay, host);
  const found = service?.spec.ports.find((one) => one.port === port);
  if (service === undefined || found === undefined) return [];
  const { targetPort = port, protocol } = found;
  return workloadsBehind(overlay, service).flatMap((workload) => {
    const number = portNumber(workload.pod, targetPort, protocol);
    return number === undefined ? [] : [{ workload, port: number, protocol }];
  });
}
