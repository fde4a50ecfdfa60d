import type { ConfigVariableName } from '../../server/config-variables.ts';

const EMBEDDED = 'of the embedded system, which no overlay runs';
const OPTIONAL = 'the default is right unless somebody has a reason; it may stand in kuji-settings';

/** Variables of the dashboard that no overlay sets, each with the reason. A test finds those that are missing here, and those that are set. */
export const UNSET_ON_PURPOSE: Readonly<Partial<Record<ConfigVariableName, string>>> = {
  PORT: 'the image sets it, and every pod has its own ports',
  JAEGER_BEARER_TOKEN: 'a secret: the user’s jaeger-login has it',
  JAEGER_BEARER_TOKEN_FILE: 'jaeger-login gives the text',
  JAEGER_BASIC_AUTH: 'a secret: the user’s jaeger-login has it',
  JAEGER_BASIC_AUTH_FILE: 'jaeger-login gives the text',
  JAEGER_TENANT: 'a secret: the user’s jaeger-login has it',
  JAEGER_TENANT_FILE: 'jaeger-login gives the text',
  JAEGER_TENANT_HEADER: OPTIONAL,
  JAEGER_CA_FILE: 'takes a volume with the user’s own certificates',
  OMIKUJI_PORT: EMBEDDED,
  JAEGER_QUERY_PORT: EMBEDDED,
  JAEGER_OTLP_HTTP_PORT: EMBEDDED,
  JAEGER_OTLP_GRPC_PORT: EMBEDDED,
  JAEGER_THRIFT_HTTP_PORT: EMBEDDED,
  JAEGER_THRIFT_COMPACT_PORT: EMBEDDED,
  JAEGER_THRIFT_BINARY_PORT: EMBEDDED,
  JAEGER_ZIPKIN_PORT: EMBEDDED,
  JAEGER_SAMPLING_PORT: EMBEDDED,
  KUJI_UPSTREAM_TIMEOUT_MS: OPTIONAL,
  KUJI_UPSTREAM_RETRIES: OPTIONAL,
  KUJI_UPSTREAM_REQUESTS: OPTIONAL,
  KUJI_MAX_UPSTREAM_BYTES: OPTIONAL,
  KUJI_REQUESTS_PER_MINUTE: OPTIONAL,
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'no traces of itself by default; a collector needs a way out in the network policies, too',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'as OTEL_EXPORTER_OTLP_ENDPOINT',
  OTEL_SERVICE_NAME: OPTIONAL,
};
