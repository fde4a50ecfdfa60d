import { type Address, addressesOf, isAnyAddress, isLoopback, serviceOf } from '../model/addresses.ts';
import type { Overlay } from '../model/overlay.ts';
import { USER_MADE_ADDRESSES } from '../user-made.ts';
import { podRule, type Rule, type Said } from './rule.ts';

const addresses = podRule('what a pod speaks to is a service of the overlay', (workload, overlay) =>
  addressesOf(overlay, workload)
    .filter((address) => !isUserMade(overlay, address))
    .flatMap((address) => {
      const message = problemOf(overlay, address);
      return message === undefined
        ? []
        : [[address.path, `${address.host}:${address.port}: ${message}`] satisfies Said];
    }),
);

function problemOf(overlay: Overlay, { host, port }: Address): string | undefined {
  if (isLoopback(host)) return 'within a pod that is the pod itself';
  if (isAnyAddress(host)) return 'nobody can be reached there';
  const service = serviceOf(overlay, host);
  if (service === undefined) return 'there is no such service in this overlay';
  return service.spec.ports.some((one) => one.port === port) ? undefined : `service ${host} has no such port`;
}

/** Whether who deploys says where that is. */
export function isUserMade({ name }: Overlay, { variable }: Address): boolean {
  return USER_MADE_ADDRESSES.some((one) => one.overlay === name && one.variable === variable);
}

export const ADDRESS_RULES: readonly Rule[] = [addresses];
