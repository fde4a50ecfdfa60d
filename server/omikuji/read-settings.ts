import { parseArgs } from 'node:util';

/** What `npm run omikuji` was told. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly otlpEndpoint: string;
  readonly otlpTracesEndpoint: string | undefined;
  readonly serviceName: string;
  /** Fortunes drawn by visitors at once, and then per second; 0: nobody comes. */
  readonly draws: number;
  readonly visitsPerSecond: number;
}

/** A setting that cannot be used. The message is for the person who set it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const MAX_DRAWS = 1_000_000;
const MAX_VISITS_PER_SECOND = 1_000;

/**
 * Reads the command line and the environment. An empty variable is one that is not set, as OpenTelemetry has it.
 *
 * @throws SettingsError
 */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const flags = parseFlags(args);
  const tracesEndpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || undefined;
  return {
    host: env.HOST || '127.0.0.1',
    port: number('OMIKUJI_PORT', env.OMIKUJI_PORT || '8080', 65_535, /^\d+$/),
    otlpEndpoint: address('OTEL_EXPORTER_OTLP_ENDPOINT', env.OTEL_EXPORTER_OTLP_ENDPOINT || 'http://127.0.0.1:4318'),
    otlpTracesEndpoint: tracesEndpoint && address('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', tracesEndpoint),
    serviceName: env.OTEL_SERVICE_NAME || 'demo',
    draws: number('--draws', flags.draws, MAX_DRAWS, /^\d+$/),
    visitsPerSecond: number('--visits-per-second', flags.visitsPerSecond, MAX_VISITS_PER_SECOND, /^\d+(\.\d+)?$/),
  };
}

function parseFlags(args: readonly string[]): { readonly draws: string; readonly visitsPerSecond: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        draws: { type: 'string', default: '0' },
        'visits-per-second': { type: 'string', default: '0' },
      },
    });
    return { draws: values.draws, visitsPerSecond: values['visits-per-second'] };
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error));
  }
}

function number(name: string, text: string, max: number, pattern: RegExp): number {
  const value = Number(text);
  if (pattern.test(text) && value <= max) return value;
  throw new SettingsError(`${name} is ${JSON.stringify(text)}; it must be a number from 0 to ${max}`);
}

function address(name: string, text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol === 'http:' || protocol === 'https:') return text;
  throw new SettingsError(`${name} is ${JSON.stringify(text)}; it must be an address such as http://127.0.0.1:4318`);
}
