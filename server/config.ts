import { isIP } from 'node:net';
import * as z from 'zod';
import { CONFIG_VARIABLES, type ConfigVariable, type ConfigVariableName } from './config-variables.ts';
import { type JaegerAccess, readJaegerAccess } from './jaeger-access.ts';
import { unknownVariables } from './unknown-variables.ts';

/** A port to listen on. One that was set must be free; a default may give way to another. */
export interface PortChoice {
  readonly port: number;
  readonly isSet: boolean;
}

export type LogLevelName = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface Config {
  readonly host: string;
  readonly dashboard: PortChoice;
  readonly omikuji: PortChoice;
  readonly jaegerQuery: PortChoice;
  readonly jaegerOtlpHttp: PortChoice;
  readonly jaegerOtlpGrpc: PortChoice;
  readonly jaegerThriftHttp: PortChoice;
  readonly jaegerThriftCompact: PortChoice;
  readonly jaegerThriftBinary: PortChoice;
  readonly jaegerZipkin: PortChoice;
  readonly jaegerSampling: PortChoice;
  /** The Jaeger to ask; `undefined`: run one embedded. */
  readonly jaegerQueryUrl: URL | undefined;
  /** Where people open Jaeger's own UI; `undefined`: nowhere. */
  readonly jaegerUiUrl: URL | undefined;
  /** Login, tenant and certificates for it. */
  readonly jaegerAccess: JaegerAccess;
  readonly upstreamTimeoutMillis: number;
  /** How often a question to Jaeger is asked again. */
  readonly upstreamRetries: number;
  /** The most questions to Jaeger at the same time. */
  readonly upstreamRequests: number;
  readonly maxUpstreamBytes: number;
  /** Names that the dashboard answers to besides those that it always does: see `isAllowedHost`. */
  readonly allowedHosts: readonly string[];
  /** Proxies whose word about the client's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: number;
  /** From the signal to end until the end. */
  readonly graceMillis: number;
  /** Where traces of Kuji itself go; `undefined`: there are none. */
  readonly tracing: { readonly tracesUrl: string; readonly serviceName: string } | undefined;
  /** `undefined`: as fits where the log goes. */
  readonly logLevel: LogLevelName | undefined;
}

/** A variable whose value cannot be used, or that there is not. */
export interface ConfigError {
  readonly variable: string;
  /** `undefined`: it is a secret, or may be one. */
  readonly value: string | undefined;
  readonly allowed: string;
  /** What is wrong about it, where that is not plain. */
  readonly reason: string | undefined;
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'errors'; readonly errors: readonly ConfigError[] };

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const port = wholeNumber(0, 65535).optional();

const httpUrl = z
  .string()
  .refine((text) => isPlainHttpUrl(text))
  .transform((text) => new URL(text))
  .optional();

const hostPattern = z.string().regex(/^(\*|(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*)$/);
const network = z.string().refine(isNetwork);

/** What `readJaegerAccess` looks at more closely. */
const text = z.string().optional();

const environment = z.object({
  PORT: port,
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:_-]{1,255}$/)
    .default('127.0.0.1'),
  JAEGER_QUERY_URL: httpUrl,
  JAEGER_UI_URL: httpUrl,
  JAEGER_BEARER_TOKEN: text,
  JAEGER_BEARER_TOKEN_FILE: text,
  JAEGER_BASIC_AUTH: text,
  JAEGER_BASIC_AUTH_FILE: text,
  JAEGER_TENANT: text,
  JAEGER_TENANT_FILE: text,
  JAEGER_TENANT_HEADER: text,
  JAEGER_CA_FILE: text,
  OMIKUJI_PORT: port,
  JAEGER_QUERY_PORT: port,
  JAEGER_OTLP_HTTP_PORT: port,
  JAEGER_OTLP_GRPC_PORT: port,
  JAEGER_THRIFT_HTTP_PORT: port,
  JAEGER_THRIFT_COMPACT_PORT: port,
  JAEGER_THRIFT_BINARY_PORT: port,
  JAEGER_ZIPKIN_PORT: port,
  JAEGER_SAMPLING_PORT: port,
  KUJI_UPSTREAM_TIMEOUT_MS: wholeNumber(100, 600_000).default(30_000),
  KUJI_UPSTREAM_RETRIES: wholeNumber(0, 10).default(2),
  KUJI_UPSTREAM_REQUESTS: wholeNumber(1, 64).default(4),
  KUJI_MAX_UPSTREAM_BYTES: wholeNumber(2 ** 20, 2 ** 34).default(2 ** 29),
  KUJI_ALLOWED_HOSTS: commaList(hostPattern),
  KUJI_TRUSTED_PROXIES: commaList(network),
  KUJI_REQUESTS_PER_MINUTE: wholeNumber(60, 1_000_000).default(3000),
  KUJI_GRACE_MS: wholeNumber(0, 600_000).default(20_000),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl,
  OTEL_SERVICE_NAME: z
    .string()
    .regex(/^\P{C}{1,200}$/u)
    .default('kuji'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
} satisfies Record<ConfigVariableName, z.ZodType>);

/** What the environment says, or everything that is wrong with it. Blanks around a value are dropped; an empty value is absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const names = Object.keys(CONFIG_VARIABLES).filter(isVariable);
  const given = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]));
  const parsed = environment.safeParse(given);
  const { access, problems } = readJaegerAccess(given);
  const unknown = unknownVariables(env).map(unknownError);
  const reasons = new Map<string, string | undefined>(problems.map(({ variable, reason }) => [variable, reason]));
  for (const issue of parsed.error?.issues ?? []) reasons.set(String(issue.path[0]), undefined);
  if (!parsed.success || reasons.size > 0 || unknown.length > 0) {
    const wrong = names.filter((name) => reasons.has(name));
    const errors = wrong.map((name) => errorOf(name, given[name] ?? '', reasons.get(name)));
    return { kind: 'errors', errors: [...errors, ...unknown] };
  }
  const values = parsed.data;
  return {
    kind: 'config',
    config: {
      host: values.HOST,
      dashboard: portChoice(values.PORT, 3000),
      omikuji: portChoice(values.OMIKUJI_PORT, 8080),
      jaegerQuery: portChoice(values.JAEGER_QUERY_PORT, 16686),
      jaegerOtlpHttp: portChoice(values.JAEGER_OTLP_HTTP_PORT, 4318),
      jaegerOtlpGrpc: portChoice(values.JAEGER_OTLP_GRPC_PORT, 4317),
      jaegerThriftHttp: portChoice(values.JAEGER_THRIFT_HTTP_PORT, 14268),
      jaegerThriftCompact: portChoice(values.JAEGER_THRIFT_COMPACT_PORT, 6831),
      jaegerThriftBinary: portChoice(values.JAEGER_THRIFT_BINARY_PORT, 6832),
      jaegerZipkin: portChoice(values.JAEGER_ZIPKIN_PORT, 9411),
      jaegerSampling: portChoice(values.JAEGER_SAMPLING_PORT, 5778),
      jaegerQueryUrl: values.JAEGER_QUERY_URL,
      jaegerUiUrl: values.JAEGER_UI_URL ?? values.JAEGER_QUERY_URL,
      jaegerAccess: access,
      upstreamTimeoutMillis: values.KUJI_UPSTREAM_TIMEOUT_MS,
      upstreamRetries: values.KUJI_UPSTREAM_RETRIES,
      upstreamRequests: values.KUJI_UPSTREAM_REQUESTS,
      maxUpstreamBytes: values.KUJI_MAX_UPSTREAM_BYTES,
      allowedHosts: values.KUJI_ALLOWED_HOSTS,
      trustedProxies: values.KUJI_TRUSTED_PROXIES,
      requestsPerMinute: values.KUJI_REQUESTS_PER_MINUTE,
      graceMillis: values.KUJI_GRACE_MS,
      tracing: tracingOf(values),
      logLevel: values.LOG_LEVEL,
    },
  };
}

/** One line for people: `PORT is "abc", but must be a whole number from 0 to 65535`. */
export function configErrorText({ variable, value, allowed, reason }: ConfigError): string {
  const what = value === undefined ? `${variable} is set` : `${variable} is ${JSON.stringify(value)}`;
  const why = reason === undefined ? '' : ` (${reason})`;
  return `${what}${why}, but must be ${allowed}.`;
}

/** Of others the value is not known to be no secret. */
function unknownError(variable: string): ConfigError {
  const own = Object.keys(CONFIG_VARIABLES).filter((name) => name.startsWith('KUJI_'));
  return { variable, value: undefined, allowed: `one of ${own.join(', ')}`, reason: 'there is no such variable' };
}

function errorOf(variable: ConfigVariableName, value: string, reason: string | undefined): ConfigError {
  const { allowed, isSecret }: Omit<ConfigVariable, 'name'> = CONFIG_VARIABLES[variable];
  return {
    variable,
    value: isSecret || isPerhapsSecret(variable, value) ? undefined : shown(variable, value),
    allowed,
    reason,
  };
}

/** What is no path may be the token itself, given to the wrong variable. */
function isPerhapsSecret(variable: ConfigVariableName, value: string): boolean {
  return variable.endsWith('_FILE') && !/[\\/]/.test(value);
}

function shown(variable: ConfigVariableName, value: string): string {
  return /_(URL|ENDPOINT)$/.test(variable) ? withoutPassword(value) : value;
}

/** As OpenTelemetry defines these variables: a path is added to the address for all signals, and none to the one for traces. */
function tracingOf(values: z.infer<typeof environment>): Config['tracing'] {
  const whole = values.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?.href;
  const base = values.OTEL_EXPORTER_OTLP_ENDPOINT?.href.replace(/\/+$/, '');
  const tracesUrl = whole ?? (base === undefined ? undefined : `${base}/v1/traces`);
  return tracesUrl === undefined ? undefined : { tracesUrl, serviceName: values.OTEL_SERVICE_NAME };
}

function portChoice(given: number | undefined, fallback: number): PortChoice {
  return { port: given ?? fallback, isSet: given !== undefined };
}

/** `a, b` as a list in lower case; absent, an empty one. */
function commaList(item: z.ZodType<string, string>) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text === ''
        ? []
        : text
            .toLowerCase()
            .split(',')
            .map((part) => part.trim()),
    )
    .pipe(z.array(item));
}

/** An IP address, or one with the length of its prefix: `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128));
}

function isVariable(name: string): name is ConfigVariableName {
  return Object.hasOwn(CONFIG_VARIABLES, name);
}

function isPlainHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && !url.username && !url.password && !url.search && !url.hash;
}

/** A password or a token in an address must not get into a log only because the address was refused. */
function withoutPassword(value: string): string {
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1…@').replace(/(:\/\/[^?#]*)[?#].*$/s, '$1?…');
}
