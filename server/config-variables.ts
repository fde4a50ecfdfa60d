/** One variable of the environment: what it means, where it is documented. Error messages are made of it. */
export interface ConfigVariable {
  readonly name: string;
  readonly meaning: string;
  /** What holds where the variable is absent or empty, as text. */
  readonly fallback: string;
  /** What may stand there. */
  readonly allowed: string;
  /** Its value is a secret: never shown. */
  readonly isSecret?: true;
}

const PORT = 'a whole number from 0 to 65535 (0: any free port)';

/** Every variable that Kuji reads, in the order of the README. */
export const CONFIG_VARIABLES = {
  PORT: { meaning: 'Port of the dashboard.', fallback: '3000', allowed: PORT },
  HOST: {
    meaning: 'Address that the dashboard and, where embedded, Jaeger and the omikuji app listen on.',
    fallback: '127.0.0.1',
    allowed: 'an IP address or a host name of this machine',
  },
  JAEGER_QUERY_URL: {
    meaning:
      'The jaeger-query to ask, with its base path if it has one. Without it, a Jaeger and the omikuji app run embedded.',
    fallback: '(embedded)',
    allowed: 'an http:// or https:// URL without user name, password, query or fragment',
  },
  JAEGER_UI_URL: {
    meaning: 'Where people open the UI of Jaeger, if that is not where the server reaches it.',
    fallback: 'JAEGER_QUERY_URL',
    allowed: 'an http:// or https:// URL without user name, password, query or fragment',
  },
  JAEGER_BEARER_TOKEN: {
    meaning: 'Token for a Jaeger behind a login; sent as `Authorization: Bearer …`.',
    fallback: '',
    allowed: 'a token of ASCII characters without blanks, and the only login',
    isSecret: true,
  },
  JAEGER_BEARER_TOKEN_FILE: {
    meaning: 'File with that token instead. It is read again when it changes.',
    fallback: '',
    allowed: 'the path of a file with such a token, and the only login',
  },
  JAEGER_BASIC_AUTH: {
    meaning: 'User name and password for a Jaeger behind a login, as `name:password`.',
    fallback: '',
    allowed: 'a name, a colon and a password, without control characters, and the only login',
    isSecret: true,
  },
  JAEGER_BASIC_AUTH_FILE: {
    meaning: 'File with `name:password` instead. It is read again when it changes.',
    fallback: '',
    allowed: 'the path of a file with such a pair, and the only login',
  },
  JAEGER_TENANT: {
    meaning: 'Tenant of a Jaeger with several.',
    fallback: '',
    allowed: 'a name of ASCII characters without blanks, and no JAEGER_TENANT_FILE beside it',
    isSecret: true,
  },
  JAEGER_TENANT_FILE: {
    meaning: 'File with the tenant instead. It is read again when it changes.',
    fallback: '',
    allowed: 'the path of a file with such a name',
  },
  JAEGER_TENANT_HEADER: {
    meaning: 'Header in which Jaeger expects the tenant.',
    fallback: 'x-tenant',
    allowed: 'the name of a header that has no meaning of its own in HTTP',
  },
  JAEGER_CA_FILE: {
    meaning:
      'File with certificates (PEM) to trust besides the usual ones when Jaeger is reached by https. It is read at the start.',
    fallback: '',
    allowed: 'the path of a file with at least one certificate in PEM',
  },
  OMIKUJI_PORT: { meaning: 'Port of the embedded omikuji app.', fallback: '8080', allowed: PORT },
  JAEGER_QUERY_PORT: { meaning: 'Port of the query API of the embedded Jaeger.', fallback: '16686', allowed: PORT },
  JAEGER_OTLP_HTTP_PORT: {
    meaning: 'Port on which the embedded Jaeger takes OTLP over HTTP.',
    fallback: '4318',
    allowed: PORT,
  },
  JAEGER_OTLP_GRPC_PORT: {
    meaning: 'Port on which it takes OTLP over gRPC.',
    fallback: '4317',
    allowed: PORT,
  },
  JAEGER_THRIFT_HTTP_PORT: {
    meaning: 'Port on which it takes Thrift over HTTP.',
    fallback: '14268',
    allowed: PORT,
  },
  JAEGER_THRIFT_COMPACT_PORT: {
    meaning: 'UDP port on which it takes compact Thrift, as jaeger-agent does.',
    fallback: '6831',
    allowed: PORT,
  },
  JAEGER_THRIFT_BINARY_PORT: {
    meaning: 'UDP port on which it takes binary Thrift, as jaeger-agent does.',
    fallback: '6832',
    allowed: PORT,
  },
  JAEGER_ZIPKIN_PORT: {
    meaning: 'Port on which it takes spans of Zipkin v2.',
    fallback: '9411',
    allowed: PORT,
  },
  JAEGER_SAMPLING_PORT: {
    meaning: 'Port on which it tells clients to sample every trace.',
    fallback: '5778',
    allowed: PORT,
  },
  KUJI_UPSTREAM_TIMEOUT_MS: {
    meaning:
      'How long Jaeger may stay silent, in milliseconds: until it answers, and between two pieces of an answer. A whole answer may take four times as long.',
    fallback: '30000',
    allowed: 'a whole number from 100 to 600000',
  },
  KUJI_UPSTREAM_RETRIES: {
    meaning:
      'How often a question is asked again when the way to Jaeger fails (502, 503, 504, a broken connection; a refused one is told at once).',
    fallback: '2',
    allowed: 'a whole number from 0 to 10',
  },
  KUJI_UPSTREAM_REQUESTS: {
    meaning: 'How many questions Jaeger is asked at the same time; further ones wait.',
    fallback: '4',
    allowed: 'a whole number from 1 to 64',
  },
  KUJI_MAX_UPSTREAM_BYTES: {
    meaning: 'The longest answer that is taken from Jaeger, in bytes after decompression.',
    fallback: '536870912 (512 MiB)',
    allowed: 'a whole number from 1048576 to 17179869184',
  },
  KUJI_ALLOWED_HOSTS: {
    meaning:
      'Names under which people reach the dashboard, besides addresses, localhost, HOST and the name of this machine. Requests to other names are refused.',
    fallback: '',
    allowed: 'names separated by commas; *.example.org stands for all below it, * for all there are',
  },
  KUJI_TRUSTED_PROXIES: {
    meaning:
      'Proxies before the dashboard whose X-Forwarded-For is believed, so that each client is counted for itself.',
    fallback: '',
    allowed: 'IP addresses and networks such as 10.0.0.0/8, separated by commas',
  },
  KUJI_REQUESTS_PER_MINUTE: {
    meaning: 'How many requests of one client are answered in a minute.',
    fallback: '3000',
    allowed: 'a whole number from 60 to 1000000',
  },
  KUJI_GRACE_MS: {
    meaning:
      'How long Kuji may take to end after SIGTERM or Ctrl-C, in milliseconds. Requests in flight go on meanwhile; what is left of them when a tenth of it (2 s at most) remains is cut. A second signal ends at once.',
    fallback: '20000',
    allowed: 'a whole number from 0 to 600000',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    meaning:
      'Where Kuji sends traces of itself, by OTLP over HTTP; `/v1/traces` is added. The draws of the embedded omikuji app go to the embedded Jaeger all the same.',
    fallback: '(no traces)',
    allowed: 'an http:// or https:// URL without user name, password, query or fragment',
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
    meaning: 'The whole address for them instead, to which nothing is added.',
    fallback: '',
    allowed: 'an http:// or https:// URL without user name, password, query or fragment',
  },
  OTEL_SERVICE_NAME: {
    meaning: 'The service that they are of.',
    fallback: 'kuji',
    allowed: 'up to 200 characters without control characters',
  },
  LOG_LEVEL: {
    meaning: 'The least important lines that the log shows.',
    fallback: 'info; in a terminal, warn',
    allowed: 'one of debug, info, warn, error, silent',
  },
} as const satisfies Record<string, Omit<ConfigVariable, 'name'>>;

export type ConfigVariableName = keyof typeof CONFIG_VARIABLES;
