import { isIP } from 'node:net';

/**
 * Whether a request that was sent to `host` (its `Host` header) is meant for us. A page elsewhere can have its own name resolve to
 * this machine ("DNS rebinding") and so read what its browser takes for that page's own origin: names that nobody gave us are
 * refused. An address of numbers cannot be made to point elsewhere.
 *
 * @param allowed names in lower case; `*.example.org` stands for every name below it, `*` for every name
 */
export function isAllowedHost(host: string | undefined, allowed: readonly string[]): boolean {
  const name = hostNameOf(host);
  if (name === undefined) return false;
  if (isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost')) return true;
  return allowed.some(
    (pattern) => pattern === '*' || pattern === name || (pattern.startsWith('*.') && name.endsWith(pattern.slice(1))),
  );
}

/** The name or address in a `Host` header, in lower case, without port, brackets and final dot; `undefined` where it is none. */
export function hostNameOf(host: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([0-9a-z._-]{1,255}))(?::\d{1,5})?$/i.exec(host ?? '');
  return (match?.[1] ?? match?.[2])?.toLowerCase().replace(/\.$/, '');
}
