import dns from 'node:dns';

/** A host that is known only while a `NameServer` says so. */
export const UNSURE_HOST = 'jaeger.invalid';

/** Stands in for the name server of this machine, for one name and while it is installed. */
export class NameServer {
  readonly #lookup = dns.lookup;
  isKnown = true;

  install(): void {
    const answer = (host: string, options: dns.LookupOptions, done: (...found: unknown[]) => void): void => {
      if (host !== UNSURE_HOST) this.#lookup(host, options, done);
      else if (this.isKnown) process.nextTick(() => done(null, [{ address: '127.0.0.1', family: 4 }]));
      else process.nextTick(() => done(notFound(host)));
    };
    // Of its many forms, the one that Node's own connections use.
    dns.lookup = answer as typeof dns.lookup;
  }

  uninstall(): void {
    dns.lookup = this.#lookup;
  }
}

function notFound(host: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND', hostname: host });
}
