import { JaegerFault } from '../jaeger-fault.ts';
import type { Credentials, LoginKind } from './credentials.ts';
import { jaegerMessage } from './fault-of-answer.ts';
import { placeOf } from './place-of.ts';
import { quoted } from './quoted.ts';

export interface Refusal {
  readonly status: number;
  readonly text: string;
  /** The header `WWW-Authenticate`. */
  readonly challenge: string | undefined;
}

/** What an answer 401 or 403 means, and which variable to set. */
export function faultOfRefusal({ status, text, challenge }: Refusal, url: URL, credentials: Credentials): JaegerFault {
  const detail = `${placeOf(url)} answers ${status}: ${jaegerMessage(text) ?? quoted(text)}`;
  const advice = tenantAdvice(text, credentials) ?? loginAdvice(status, challenge, credentials);
  return new JaegerFault('jaeger-refused', detail, { advice });
}

/** The texts of Jaeger's own `multi_tenancy`, the same in all versions and both dialects. */
function tenantAdvice(text: string, { tenantHeader }: Credentials): string | undefined {
  if (text.includes('missing tenant header')) {
    return tenantHeader === undefined
      ? 'This Jaeger keeps several tenants. Set JAEGER_TENANT (or JAEGER_TENANT_FILE) to the one to show.'
      : `This Jaeger does not look for the tenant in the header ${tenantHeader}. Set JAEGER_TENANT_HEADER to the one that its multi_tenancy names.`;
  }
  if (text.includes('unknown tenant')) {
    return 'This Jaeger does not know the tenant. Correct JAEGER_TENANT (or the file of JAEGER_TENANT_FILE).';
  }
  return undefined;
}

function loginAdvice(status: number, challenge: string | undefined, credentials: Credentials): string {
  const wanted = wantedLogin(challenge);
  const { login, loginVariable } = credentials;
  if (login === 'none') return NO_LOGIN[wanted];
  if (status === 403) return `The login of ${loginVariable} is known there, but may not read from Jaeger.`;
  if (wanted !== 'none' && wanted !== login) return `${OTHER_LOGIN[wanted]} instead of ${loginVariable}.`;
  return login === 'bearer'
    ? `The token of ${loginVariable} is not accepted. It may have expired, or belong to something else.`
    : `The name or the password of ${loginVariable} is wrong.`;
}

/** By what the server asks for. */
const NO_LOGIN: Readonly<Record<LoginKind, string>> = {
  none: 'It wants a login. Set JAEGER_BEARER_TOKEN, or JAEGER_BASIC_AUTH as name:password (each can be a file, too: …_FILE).',
  basic: 'It wants a user name and a password. Set JAEGER_BASIC_AUTH as name:password, or JAEGER_BASIC_AUTH_FILE.',
  bearer: 'It wants a token. Set JAEGER_BEARER_TOKEN, or JAEGER_BEARER_TOKEN_FILE.',
};

const OTHER_LOGIN: Readonly<Record<Exclude<LoginKind, 'none'>, string>> = {
  basic: 'It wants a user name and a password: set JAEGER_BASIC_AUTH (or JAEGER_BASIC_AUTH_FILE)',
  bearer: 'It wants a token: set JAEGER_BEARER_TOKEN (or JAEGER_BEARER_TOKEN_FILE)',
};

function wantedLogin(challenge: string | undefined): LoginKind {
  if (challenge === undefined) return 'none';
  if (/\bbearer\b/i.test(challenge)) return 'bearer';
  return /\bbasic\b/i.test(challenge) ? 'basic' : 'none';
}
