import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '#core/log.ts';
import { handleDraw } from './handle-draw.ts';
import { sleepAtLeast } from './sleep-at-least.ts';
import { startTelemetry } from './telemetry.ts';
import { createWallClock } from './wall-clock.ts';

export interface OmikujiOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Base address of the collector's OTLP/HTTP port, as in `OTEL_EXPORTER_OTLP_ENDPOINT`: `/v1/traces` is added. */
  readonly otlpEndpoint: string;
  /** The whole address, as in `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`; wins over `otlpEndpoint`. */
  readonly otlpTracesEndpoint?: string;
  /** Default `demo`. */
  readonly serviceName?: string;
  /** Milliseconds since 1970, with fractions. */
  readonly clock?: () => number;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
  /** How 凶 is slept off. */
  readonly sleep?: (millis: number) => Promise<void>;
  readonly log: Log;
}

export interface Omikuji {
  readonly url: string;
  readonly port: number;
  /** Lets the draws under way come to their end, then sends the spans that are left; takes some seconds at most. */
  close(): Promise<void>;
}

/** Longer than the sleep of 凶, so that closing cuts nobody's draw. */
const CLOSE_TIMEOUT_MS = 1_500;
const MAX_CONNECTIONS = 1_000;

/**
 * Starts the fortune teller. A collector that is not there (yet) does not hinder it.
 *
 * @throws the error of Node (`code` `EADDRINUSE`) where the port is taken
 */
export async function startOmikuji(options: OmikujiOptions): Promise<Omikuji> {
  const { log, clock = createWallClock(), random = Math.random, sleep = sleepAtLeast } = options;
  const tracesUrl = options.otlpTracesEndpoint ?? `${options.otlpEndpoint.replace(/\/+$/, '')}/v1/traces`;
  const telemetry = startTelemetry({ tracesUrl, serviceName: options.serviceName ?? 'demo', log });
  const effects = { tracer: telemetry.tracer, clock, random, sleep };
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const draw = handleDraw(effects, request, response)
      .catch((error: unknown) => {
        log('error', 'a draw failed', { error });
        response.destroy();
      })
      .finally(() => underWay.delete(draw));
    underWay.add(draw);
  });
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    close: async () => {
      await closeServer(server);
      // A draw goes on when its visitor has left, and its spans count too.
      await Promise.all(underWay);
      await telemetry.shutdown();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
