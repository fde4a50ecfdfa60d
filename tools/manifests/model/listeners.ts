import type { ConfigValue } from './config-files.ts';

/** Where a Jaeger listens, as its configuration says. */
export interface Listener {
  /** Where it says so: `receivers.otlp.protocols.http`. */
  readonly path: string;
  readonly host: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

const LISTENING_PARTS = ['receivers', 'extensions', 'service'];
const UDP_PROTOCOLS = ['thrift_compact', 'thrift_binary'];

/**
 * @param values of a configuration of an OpenTelemetry collector, whose `${env:…}` are replaced already
 */
export function listenersOf(values: readonly ConfigValue[]): readonly Listener[] {
  return values
    .filter(({ path }) => LISTENING_PARTS.includes(path[0] ?? ''))
    .flatMap(({ path, value }): readonly Listener[] => {
      const parent = path.slice(0, -1);
      const place = { path: parent.join('.'), protocol: protocolOf(parent) };
      if (path.at(-1) === 'endpoint') {
        const match = /^(.*):(\d+)$/.exec(String(value));
        return match === null ? [] : [{ ...place, host: match[1] ?? '', port: Number(match[2]) }];
      }
      // As the telemetry of the collector itself has it: host and port, each for itself.
      if (path.at(-1) !== 'host') return [];
      const port = values.find((other) => other.path.join('.') === [...parent, 'port'].join('.'))?.value;
      return port === undefined ? [] : [{ ...place, host: String(value), port: Number(port) }];
    });
}

function protocolOf(path: readonly string[]): 'TCP' | 'UDP' {
  return UDP_PROTOCOLS.includes(path.at(-1) ?? '') ? 'UDP' : 'TCP';
}

export function isListening({ path }: ConfigValue): boolean {
  return LISTENING_PARTS.includes(path[0] ?? '') && ['endpoint', 'host'].includes(path.at(-1) ?? '');
}
