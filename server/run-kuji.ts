import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { AboutAnswer } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { buildApp } from './app.ts';
import type { Config, PortChoice } from './config.ts';
import { connectJaeger, logFirstLook } from './connect-jaeger.ts';
import { drawAt } from './draw-at.ts';
import { embeddedRows } from './embedded-rows.ts';
import { type EmbeddedSystem, startEmbeddedSystem } from './embedded-system.ts';
import { listenOnFreePorts } from './free-ports.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Tracing } from './tracing/tracing.ts';
import { localUrl, portRow, type UrlRow } from './url-table.ts';

export interface RunOptions {
  readonly log: Log;
  readonly version: string;
  /** Folder of the built pages. */
  readonly webRoot: string;
  /** Makes them, if need be, while everything else starts. Without it they are taken as they are. */
  readonly buildPages?: () => Promise<void>;
}

export interface RunningKuji {
  readonly urls: readonly UrlRow[];
  /** Draws that the embedded Jaeger holds already; `undefined` where none is embedded. */
  readonly draws: number | undefined;
  /** Lets requests in flight come to their end, for not quite the grace time, and then ends everything else. */
  close(): Promise<void>;
}

/** Of the grace time, kept for what has to end after the requests. */
const KEPT_SHARE = 0.1;
const MAX_KEPT_MILLIS = 2000;

/**
 * Starts all that the configuration asks for: the dashboard alone on a Jaeger that runs, or with one of our own and the
 * omikuji app. Resolves when everything answers and, where embedded, the first draws can be found.
 *
 * @throws PortTakenError, or what `buildPages` throws; nothing is left running then
 */
export async function runKuji(config: Config, options: RunOptions): Promise<RunningKuji> {
  const setPorts = setPortsOf(config);
  const [embedding, building] = await Promise.allSettled([
    config.jaegerQueryUrl === undefined ? startEmbeddedSystem(config, setPorts, options.log) : undefined,
    options.buildPages?.(),
  ]);
  if (embedding.status === 'rejected') throw embedding.reason;
  const embedded = embedding.value;
  try {
    if (building.status === 'rejected') throw building.reason;
    const dashboard = await startDashboard(config, setPorts, embedded, options);
    const draws = await embedded?.firstDraws;
    return {
      urls: [
        portRow('Dashboard', config.host, dashboard.port, config.dashboard),
        ...(embedded === undefined ? jaegerRows(config) : embeddedRows(config, embedded)),
      ],
      draws,
      close: async () => {
        await dashboard.close();
        await embedded?.close();
      },
    };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

async function startDashboard(
  config: Config,
  setPorts: ReadonlySet<number>,
  embedded: EmbeddedSystem | undefined,
  { log, version, webRoot }: RunOptions,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const baseUrl = config.jaegerQueryUrl ?? new URL(localUrl(config.host, embedded?.jaegerPorts.queryPort ?? 0));
  const metrics = createMetrics(embedded === undefined ? undefined : () => embedded.counts());
  const tracing = await startTracing(config, version, log);
  const connection = connectJaeger(config, baseUrl, log, (done) => {
    metrics.asked(done);
    tracing?.asked(done);
  });
  const about: AboutAnswer = {
    version,
    jaeger: baseUrl.host,
    isEmbedded: embedded !== undefined,
    ...(config.jaegerUiUrl === undefined ? {} : { jaegerTraceUrl: traceUrlOf(config.jaegerUiUrl) }),
  };
  return await listenOnFreePorts({ PORT: config.dashboard }, setPorts, async ({ PORT }) => {
    const draw = embedded && ((signal: AbortSignal) => drawAt(localUrl(config.host, embedded.omikujiPort), signal));
    const app = await buildApp({
      about,
      connection,
      log,
      metrics,
      webRoot,
      guard: {
        allowedHosts: [...config.allowedHosts, ...namesOfThisMachine(config.host)],
        trustedProxies: config.trustedProxies,
        requestsPerMinute: config.requestsPerMinute,
      },
      graceMillis: config.graceMillis - Math.min(config.graceMillis * KEPT_SHARE, MAX_KEPT_MILLIS),
      ...(tracing === undefined ? {} : { tracing }),
      ...(draw === undefined ? {} : { draw }),
      ...(embedded === undefined ? {} : { embedded: () => embedded.counts() }),
    });
    try {
      await app.listen({ host: config.host, port: PORT });
    } catch (error) {
      await app.close();
      throw error;
    }
    const closing = new AbortController();
    if (embedded === undefined) void logFirstLook(connection, log, closing.signal);
    return {
      // A server that listens on TCP has such an address.
      port: (app.server.address() as AddressInfo).port,
      close: async () => {
        const end = performance.now() + config.graceMillis;
        closing.abort();
        await app.close();
        connection.close();
        await tracing?.shutdown(Math.max(0, end - performance.now()));
      },
    };
  });
}

/** Loaded only where it is asked for. */
async function startTracing({ tracing }: Config, version: string, log: Log): Promise<Tracing | undefined> {
  if (tracing === undefined) return undefined;
  const { startTracing } = await import('./tracing/start-tracing.ts');
  return startTracing({ ...tracing, version, log });
}

/** Nobody elsewhere can have such a name resolve to an address of their choice. */
function namesOfThisMachine(host: string): readonly string[] {
  const name = hostname().toLowerCase();
  return [host.toLowerCase(), name, `${name}.local`];
}

function jaegerRows(config: Config): readonly UrlRow[] {
  return config.jaegerQueryUrl === undefined ? [] : [{ name: 'Jaeger', url: config.jaegerQueryUrl.href }];
}

/** Ports that nothing but what they were set for may take. */
function setPortsOf(config: Config): ReadonlySet<number> {
  const choices: readonly PortChoice[] = [
    config.dashboard,
    config.omikuji,
    config.jaegerQuery,
    config.jaegerOtlpHttp,
    config.jaegerOtlpGrpc,
    config.jaegerThriftHttp,
    config.jaegerThriftCompact,
    config.jaegerThriftBinary,
    config.jaegerZipkin,
    config.jaegerSampling,
  ];
  return new Set(choices.filter((choice) => choice.isSet && choice.port !== 0).map((choice) => choice.port));
}

function traceUrlOf(uiUrl: URL): string {
  return `${uiUrl.href.replace(/\/$/, '')}/trace/`;
}
