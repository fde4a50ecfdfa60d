import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KujiError } from '../errors.ts';
import { hostNameOf, isAllowedHost } from './allowed-hosts.ts';

/**
 * Turns away what no page of ours asks: requests to a name that is not ours (a rebound name), and requests that a page of another
 * site makes its reader's browser send, which could draw fortunes or load Jaeger even though the browser keeps the answer from it.
 * Tools that are no browsers send no `Origin`, and pass.
 *
 * @param allowedHosts see `isAllowedHost`
 */
export function guardRequests(app: FastifyInstance, allowedHosts: readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    const { host } = request.headers;
    if (!isAllowedHost(host, allowedHosts)) {
      throw new KujiError('host-refused', `Nothing is served under the name ${JSON.stringify(shown(host))}.`);
    }
    if (isForeign(request, allowedHosts)) {
      const from = request.headers.origin ?? 'another site';
      throw new KujiError('origin-refused', `A page of ${JSON.stringify(shown(from))} asked for this.`);
    }
  });
}

/** A page of another site asked. Opening one of our pages by a link from there is no such thing. */
function isForeign({ headers }: FastifyRequest, allowedHosts: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && !isSameOrigin(origin, host, allowedHosts)) return true;
  const site = headers['sec-fetch-site'];
  return (site === 'cross-site' || site === 'same-site') && headers['sec-fetch-mode'] !== 'navigate';
}

/**
 * Scheme and port are not compared: where a proxy ends TLS, or maps a port, only the name is as the browser has it. A proxy that
 * also changes the `Host` needs the name among those that were given.
 */
function isSameOrigin(origin: string, host: string | undefined, allowedHosts: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false;
  const name = hostNameOf(new URL(origin).host);
  return name !== undefined && (name === hostNameOf(host) || allowedHosts.includes(name));
}

function shown(value: string | undefined): string {
  return (value ?? '').slice(0, 100);
}
