/** How Kuji introduces itself to Jaeger. Values of variables and files are secrets: they are sent to Jaeger and told nobody. */
export interface Credentials {
  readonly login: LoginKind;
  /** The variable that the login comes from; absent where there is none. */
  readonly loginVariable?: string;
  /** The header in which the tenant is sent; absent where there is none. */
  readonly tenantHeader?: string;
  /** What to send with a request. Made anew for each, as files may have changed. @throws JaegerFault `jaeger-refused` */
  headers(): Promise<CredentialHeaders>;
}

export type LoginKind = 'none' | 'basic' | 'bearer';

export interface CredentialHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** Texts that must appear nowhere else. */
  readonly secrets: readonly string[];
}

export const NO_CREDENTIALS: Credentials = { login: 'none', headers: async () => ({ headers: {}, secrets: [] }) };
