import type { ConfigVariableName } from './config-variables.ts';
import type { JaegerLogin, JaegerTenant } from './jaeger-query/connection/credentials-of.ts';
import { type Secret, type SecretResult, secretOfFile, secretOfText } from './jaeger-query/connection/secret.ts';
import type { SecretKind } from './jaeger-query/connection/secret-problem.ts';
import { readCertificates } from './jaeger-query/connection/trusted-certificates.ts';

/** How Kuji gets in where Jaeger is guarded. */
export interface JaegerAccess {
  readonly login: JaegerLogin;
  readonly tenant: JaegerTenant | undefined;
  /** In PEM, to trust besides the usual ones. */
  readonly certificates: readonly string[];
}

export interface AccessProblem {
  readonly variable: ConfigVariableName;
  /** What is wrong, without the value. */
  readonly reason: string;
}

/** Values of the variables without blanks around them; `undefined` for absent ones. */
type Given = Readonly<Record<string, string | undefined>>;

/** Two variables for one secret: its text, or a file with it. */
interface SecretVariables {
  readonly kind: SecretKind;
  readonly text: ConfigVariableName;
  readonly file: ConfigVariableName;
}

const BEARER: SecretVariables = {
  kind: 'bearer-token',
  text: 'JAEGER_BEARER_TOKEN',
  file: 'JAEGER_BEARER_TOKEN_FILE',
};
const BASIC: SecretVariables = { kind: 'basic-auth', text: 'JAEGER_BASIC_AUTH', file: 'JAEGER_BASIC_AUTH_FILE' };
const TENANT: SecretVariables = { kind: 'tenant', text: 'JAEGER_TENANT', file: 'JAEGER_TENANT_FILE' };

const DEFAULT_TENANT_HEADER = 'x-tenant';

/** RFC 9110, 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;

/** Headers that say something else already, or that `fetch` sees to. */
const TAKEN_HEADER =
  /^(accept|authorization|connection|content|cookie|expect|host|keep-alive|origin|proxy|range|referer|sec|te|trailer|transfer|upgrade|user-agent)(-.*)?$/i;

/**
 * Login, tenant and certificates as the environment has them. Files are looked at, so that a wrong path is told at the start.
 * `access` is of use only where there are no problems.
 */
export function readJaegerAccess(given: Given): {
  readonly access: JaegerAccess;
  readonly problems: readonly AccessProblem[];
} {
  const bearers = secretsIn(given, BEARER);
  const basics = secretsIn(given, BASIC);
  const tenants = secretsIn(given, TENANT);
  const header = given.JAEGER_TENANT_HEADER ?? DEFAULT_TENANT_HEADER;
  const certificates = certificatesIn(given.JAEGER_CA_FILE);
  return {
    access: {
      login: loginOf(secretOf(bearers), secretOf(basics)),
      tenant: tenantOf(header, secretOf(tenants)),
      certificates: 'problem' in certificates ? [] : certificates.certificates,
    },
    problems: [
      ...[...bearers, ...basics, ...tenants].flatMap(problemOf),
      ...tooMany([...bearers, ...basics]),
      ...tooMany(tenants),
      ...(canCarryTenant(header)
        ? []
        : [{ variable: 'JAEGER_TENANT_HEADER', reason: 'it cannot carry a tenant' } as const]),
      ...('problem' in certificates ? [{ variable: 'JAEGER_CA_FILE', reason: certificates.problem } as const] : []),
    ],
  };
}

interface GivenSecret {
  readonly variable: ConfigVariableName;
  readonly result: SecretResult;
}

function secretsIn(given: Given, { kind, text, file }: SecretVariables): readonly GivenSecret[] {
  const value = given[text];
  const path = given[file];
  return [
    ...(value === undefined ? [] : [{ variable: text, result: secretOfText(kind, text, value) }]),
    ...(path === undefined ? [] : [{ variable: file, result: secretOfFile(kind, file, path) }]),
  ];
}

function secretOf(secrets: readonly GivenSecret[]): Secret | undefined {
  return secrets.map(({ result }) => ('secret' in result ? result.secret : undefined)).find(Boolean);
}

function problemOf({ variable, result }: GivenSecret): readonly AccessProblem[] {
  return 'problem' in result ? [{ variable, reason: result.problem }] : [];
}

/** Nobody can guess which of them is meant. */
function tooMany([first, ...others]: readonly GivenSecret[]): readonly AccessProblem[] {
  return others.map(({ variable }) => ({ variable, reason: `${first?.variable} is set, too` }));
}

function loginOf(bearer: Secret | undefined, basic: Secret | undefined): JaegerLogin {
  if (bearer !== undefined) return { kind: 'bearer', secret: bearer };
  return basic === undefined ? { kind: 'none' } : { kind: 'basic', secret: basic };
}

function tenantOf(header: string, secret: Secret | undefined): JaegerTenant | undefined {
  return secret === undefined ? undefined : { header: header.toLowerCase(), secret };
}

function canCarryTenant(header: string): boolean {
  return HEADER_NAME.test(header) && !TAKEN_HEADER.test(header);
}

function certificatesIn(path: string | undefined): ReturnType<typeof readCertificates> {
  return path === undefined ? { certificates: [] } : readCertificates(path);
}
