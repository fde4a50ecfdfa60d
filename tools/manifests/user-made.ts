/** A Secret that is in no overlay, since only who deploys knows what is in it. */
export interface UserMadeSecret {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Each is described in k8s/README.md; a test looks there. */
export const USER_MADE_SECRETS: readonly UserMadeSecret[] = [
  { name: 'cassandra-credentials', keys: ['username', 'password'] },
  { name: 'elasticsearch-credentials', keys: ['password'] },
  { name: 'jaeger-login', keys: ['JAEGER_BEARER_TOKEN', 'JAEGER_BASIC_AUTH', 'JAEGER_TENANT'] },
  { name: 'kuji-tls', keys: ['tls.crt', 'tls.key'] },
];

/** A variable whose address lies outside of its overlay: who deploys sets it. */
export interface UserMadeAddress {
  readonly overlay: string;
  readonly variable: string;
}

export const USER_MADE_ADDRESSES: readonly UserMadeAddress[] = [
  { overlay: 'existing-jaeger', variable: 'JAEGER_QUERY_URL' },
];
