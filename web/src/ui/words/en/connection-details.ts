import type { ConnectionAnswer, ReceiverCounts } from '#core/api.ts';

const dialects: Readonly<Record<NonNullable<ConnectionAnswer['dialect']>, string>> = {
  legacy: 'legacy API (/api/traces)',
  v3: 'API v3 (/api/v3/traces)',
};
const storages: Readonly<Record<NonNullable<ConnectionAnswer['storage']>, string>> = {
  memory: 'memory',
  cassandra: 'not told; behaves like Cassandra',
  'not-cassandra': 'not told; does not behave like Cassandra',
};
const logins: Readonly<Record<ConnectionAnswer['login'], string>> = {
  none: 'none',
  basic: 'name and password',
  bearer: 'bearer token',
};
const receivers: Readonly<Record<ReceiverCounts['name'], string>> = {
  'otlp-http': 'OTLP over HTTP',
  'otlp-grpc': 'OTLP over gRPC',
  'thrift-http': 'Thrift over HTTP',
  'thrift-compact': 'Thrift compact, UDP',
  'thrift-binary': 'Thrift binary, UDP',
  zipkin: 'Zipkin',
};

export const connectionDetails = {
  address: 'Address',
  dialect: 'Speaks',
  dialects,
  version: 'Version',
  storage: 'Storage',
  storages,
  login: 'Login',
  logins,
  tenant: 'Tenant',
  tenantSet: 'set',
  tenantNone: 'none',
  notKnown: 'not known yet',
  notTold: 'not told',
  lastAnswer: 'Last answer',
  never: 'none yet',
  lastError: 'Last error',
  noError: 'none',
  errorAt: (clock: string) => `at ${clock}`,
  requests: 'Requests',
  requestCount: (n: string, retries: string) => (retries === '0' ? n : `${n}, and ${retries} asked again`),
  embedded: 'Embedded Jaeger, since its start',
  held: 'Holds',
  heldCounts: (traces: string, spans: string) => `${traces} traces, ${spans} spans`,
  droppedTraces: 'Dropped traces',
  droppedTracesWhy: 'the oldest, to make room',
  droppedSpans: 'Dropped spans',
  droppedSpansWhy: 'more than one trace may have',
  refusedSpans: 'Refused spans',
  refusedSpansWhy: 'their id is all zeros',
  input: 'Input',
  port: 'Port',
  messages: 'Messages',
  spans: 'Spans',
  rejected: 'Rejected',
  rejectedWhy: 'Messages that could not be read',
  receivers,
};
