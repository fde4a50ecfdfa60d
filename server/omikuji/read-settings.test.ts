import { describe, expect, it } from 'vitest';
import { readSettings } from './read-settings.ts';

describe('readSettings', () => {
  it('has a default for everything, and takes an empty variable for none', () => {
    const defaults = {
      host: '127.0.0.1',
      port: 8080,
      otlpEndpoint: 'http://127.0.0.1:4318',
      otlpTracesEndpoint: undefined,
      serviceName: 'demo',
      draws: 0,
      visitsPerSecond: 0,
    };
    expect(readSettings([], {})).toEqual(defaults);
    expect(readSettings([], { HOST: '', OMIKUJI_PORT: '', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '' })).toEqual(defaults);
  });

  it('reads the standard variables of OpenTelemetry and the flags', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://jaeger:4318',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces/x',
      OTEL_SERVICE_NAME: 'teller',
    };
    expect(readSettings(['--draws', '300', '--visits-per-second=0.5'], env)).toMatchObject({
      otlpEndpoint: 'http://jaeger:4318',
      otlpTracesEndpoint: 'https://traces/x',
      serviceName: 'teller',
      draws: 300,
      visitsPerSecond: 0.5,
    });
  });

  it.each([
    [[], { OMIKUJI_PORT: '65536' }, 'OMIKUJI_PORT is "65536"'],
    [[], { OMIKUJI_PORT: 'http' }, 'OMIKUJI_PORT is "http"'],
    [[], { OTEL_EXPORTER_OTLP_ENDPOINT: 'jaeger:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is "jaeger:4318"'],
    [['--draws', 'many'], {}, '--draws is "many"'],
    [['--visits-per-second', '-1'], {}, 'visits-per-second'],
    [['--colour'], {}, '--colour'],
  ])('names what is wrong in %j %j', (args, env, message) => {
    expect(() => readSettings(args, env)).toThrow(message);
  });
});
