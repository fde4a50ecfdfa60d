/** One variable of the environment: what it means, where it is documented. Error messages are made of it. */
export interface ConfigVariable {
  readonly name: string;
  readonly meaning: string;
  /** What holds where the variable is absent or empty, as text. */
  readonly fallback: string;
  /** What may stand there. */
  readonly allowed: string;
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
  OMIKUJI_PORT: { meaning: 'Port of the embedded omikuji app.', fallback: '8080', allowed: PORT },
  JAEGER_QUERY_PORT: { meaning: 'Port of the query API of the embedded Jaeger.', fallback: '16686', allowed: PORT },
  JAEGER_OTLP_HTTP_PORT: {
    meaning: 'Port on which the embedded Jaeger takes OTLP over HTTP.',
    fallback: '4318',
    allowed: PORT,
  },
  KUJI_UPSTREAM_TIMEOUT_MS: {
    meaning:
      'How long Jaeger may stay silent, in milliseconds: until it answers, and between two pieces of an answer. A whole answer may take four times as long.',
    fallback: '30000',
    allowed: 'a whole number from 100 to 600000',
  },
  KUJI_MAX_UPSTREAM_BYTES: {
    meaning: 'The longest answer that is taken from Jaeger, in bytes after decompression.',
    fallback: '536870912 (512 MiB)',
    allowed: 'a whole number from 1048576 to 17179869184',
  },
  LOG_LEVEL: {
    meaning: 'The least important lines that the log shows.',
    fallback: 'info; in a terminal, warn',
    allowed: 'one of debug, info, warn, error, silent',
  },
} as const satisfies Record<string, Omit<ConfigVariable, 'name'>>;

export type ConfigVariableName = keyof typeof CONFIG_VARIABLES;
