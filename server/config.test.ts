import { describe, expect, it } from 'vitest';
import { configErrorText, readConfig } from './config.ts';
import { CONFIG_VARIABLES } from './config-variables.ts';

function errorsOf(env: Record<string, string>): readonly string[] {
  const result = readConfig(env);
  return result.kind === 'errors' ? result.errors.map(configErrorText) : [];
}

function configOf(env: Record<string, string>) {
  const result = readConfig(env);
  if (result.kind === 'errors') throw new Error(result.errors.map(configErrorText).join('\n'));
  return result.config;
}

describe('readConfig', () => {
  it('gives the defaults for an empty environment', () => {
    expect(configOf({})).toEqual({
      host: '127.0.0.1',
      dashboard: { port: 3000, isSet: false },
      omikuji: { port: 8080, isSet: false },
      jaegerQuery: { port: 16686, isSet: false },
      jaegerOtlpHttp: { port: 4318, isSet: false },
      jaegerOtlpGrpc: { port: 4317, isSet: false },
      jaegerThriftHttp: { port: 14268, isSet: false },
      jaegerThriftCompact: { port: 6831, isSet: false },
      jaegerThriftBinary: { port: 6832, isSet: false },
      jaegerZipkin: { port: 9411, isSet: false },
      jaegerSampling: { port: 5778, isSet: false },
      jaegerQueryUrl: undefined,
      jaegerUiUrl: undefined,
      jaegerAccess: { login: { kind: 'none' }, tenant: undefined, certificates: [] },
      upstreamTimeoutMillis: 30_000,
      upstreamRetries: 2,
      upstreamRequests: 4,
      maxUpstreamBytes: 536_870_912,
      allowedHosts: [],
      trustedProxies: [],
      requestsPerMinute: 3000,
      graceMillis: 20_000,
      tracing: undefined,
      logLevel: undefined,
    });
  });

  it('tells a port that was set from a default, even if it is the same', () => {
    expect(configOf({ PORT: '3000' }).dashboard).toEqual({ port: 3000, isSet: true });
  });

  it('takes an empty or blank value as absent and drops blanks around a value', () => {
    expect(configOf({ PORT: '', HOST: '  ' }).dashboard.isSet).toBe(false);
    expect(configOf({ PORT: ' 3001 ' }).dashboard.port).toBe(3001);
  });

  it('keeps the base path of Jaeger and shows people the same address unless told otherwise', () => {
    const config = configOf({ JAEGER_QUERY_URL: 'https://tools.example/jaeger' });
    expect(config.jaegerQueryUrl?.href).toBe('https://tools.example/jaeger');
    expect(config.jaegerUiUrl?.href).toBe('https://tools.example/jaeger');
    const other = configOf({ JAEGER_QUERY_URL: 'http://jaeger:16686', JAEGER_UI_URL: 'https://jaeger.example/' });
    expect(other.jaegerUiUrl?.href).toBe('https://jaeger.example/');
  });

  it('names every wrong variable with its value and what is allowed', () => {
    expect(errorsOf({ PORT: 'abc', OMIKUJI_PORT: '65536', LOG_LEVEL: 'loud', KUJI_UPSTREAM_TIMEOUT_MS: '5' })).toEqual([
      'PORT is "abc", but must be a whole number from 0 to 65535 (0: any free port).',
      'OMIKUJI_PORT is "65536", but must be a whole number from 0 to 65535 (0: any free port).',
      'KUJI_UPSTREAM_TIMEOUT_MS is "5", but must be a whole number from 100 to 600000.',
      'LOG_LEVEL is "loud", but must be one of debug, info, warn, error, silent.',
    ]);
  });

  it.each(['jaeger:16686', 'ftp://jaeger', '/jaeger', 'http://', 'http://a?b=1', 'http://a#b'])(
    'refuses %s as address of Jaeger',
    (url) => {
      expect(errorsOf({ JAEGER_QUERY_URL: url })).toHaveLength(1);
    },
  );

  it('reads lists, in lower case', () => {
    const config = configOf({
      KUJI_ALLOWED_HOSTS: 'Kuji.Example.org, *.inside',
      KUJI_TRUSTED_PROXIES: '10.0.0.0/8,::1',
    });
    expect(config.allowedHosts).toEqual(['kuji.example.org', '*.inside']);
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    expect(configOf({ KUJI_ALLOWED_HOSTS: '*' }).allowedHosts).toEqual(['*']);
  });

  it.each<Record<string, string>>([
    { KUJI_ALLOWED_HOSTS: 'http://kuji' },
    { KUJI_ALLOWED_HOSTS: 'kuji:3000' },
    { KUJI_ALLOWED_HOSTS: 'a,,b' },
    { KUJI_ALLOWED_HOSTS: 'a.*' },
    { KUJI_TRUSTED_PROXIES: 'ingress' },
    { KUJI_TRUSTED_PROXIES: '10.0.0.0/33' },
    { KUJI_TRUSTED_PROXIES: '::/129' },
    { KUJI_TRUSTED_PROXIES: '10.0.0.0/8/8' },
    { KUJI_REQUESTS_PER_MINUTE: '59' },
  ])('refuses %o', (env) => {
    expect(errorsOf(env)).toHaveLength(1);
  });

  it.each([
    'http://me:hunter2@jaeger:16686',
    'http://me:hun@hunter2@jaeger:16686',
    'http://me:a/hunter2@jaeger:16686',
    'me:hunter2@jaeger:16686',
    'http://jaeger:16686/?token=hunter2',
    'http://jaeger:16686/#hunter2',
  ])('refuses the address %s without repeating its secret', (url) => {
    const texts = errorsOf({ JAEGER_QUERY_URL: url, OTEL_EXPORTER_OTLP_ENDPOINT: url });
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).toMatch(/without user name, password/);
      expect(text).toMatch(/jaeger:16686/);
      expect(text).not.toMatch(/hunter2/);
    }
  });

  it('takes addresses of a collector as OpenTelemetry defines them', () => {
    const base = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/base/' };
    expect(configOf(base).tracing).toEqual({
      tracesUrl: 'http://collector:4318/base/v1/traces',
      serviceName: 'kuji',
    });
    const whole = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in', OTEL_SERVICE_NAME: 'Kuji 2' };
    expect(configOf({ ...base, ...whole }).tracing).toEqual({
      tracesUrl: 'https://traces.example/in',
      serviceName: 'Kuji 2',
    });
    expect(configOf({ OTEL_SERVICE_NAME: 'kuji' }).tracing).toBeUndefined();
  });

  it('reads every variable of the table and no other', () => {
    for (const name of Object.keys(CONFIG_VARIABLES)) expect(errorsOf({ [name]: '\u0000' })).toHaveLength(1);
    expect(errorsOf({ SOMETHING_ELSE: '\u0000' })).toEqual([]);
  });
});
