import type { Credentials } from '../upstream/credentials.ts';
import type { Secret } from './secret.ts';

export type JaegerLogin = { readonly kind: 'none' } | { readonly kind: 'basic' | 'bearer'; readonly secret: Secret };

export interface JaegerTenant {
  /** Name of the header that Jaeger's `multi_tenancy` expects. */
  readonly header: string;
  readonly secret: Secret;
}

/** What to send with each request to Jaeger. */
export function credentialsOf(login: JaegerLogin, tenant: JaegerTenant | undefined): Credentials {
  return {
    login: login.kind,
    ...(login.kind === 'none' ? {} : { loginVariable: login.secret.variable }),
    ...(tenant === undefined ? {} : { tenantHeader: tenant.header }),
    async headers() {
      const authorization = await authorizationOf(login);
      const tenantName = await tenant?.secret.read();
      return {
        headers: {
          ...(authorization === undefined ? {} : { authorization: authorization.header }),
          ...(tenant === undefined || tenantName === undefined ? {} : { [tenant.header]: tenantName }),
        },
        secrets: authorization?.secrets ?? [],
      };
    },
  };
}

interface Authorization {
  readonly header: string;
  readonly secrets: readonly string[];
}

async function authorizationOf(login: JaegerLogin): Promise<Authorization | undefined> {
  switch (login.kind) {
    case 'none':
      return undefined;
    case 'bearer': {
      const token = await login.secret.read();
      return { header: `Bearer ${token}`, secrets: [token] };
    }
    case 'basic': {
      const pair = await login.secret.read();
      // UTF-8, as RFC 7617 recommends and servers of today expect.
      const encoded = Buffer.from(pair).toString('base64');
      return { header: `Basic ${encoded}`, secrets: [encoded, pair, pair.slice(pair.indexOf(':') + 1)] };
    }
  }
}
