import type { AddressInfo } from 'node:net';
import type { AboutAnswer } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { buildApp } from './app.ts';
import type { Config, PortChoice } from './config.ts';
import { drawAt } from './draw-at.ts';
import { type EmbeddedSystem, startEmbeddedSystem } from './embedded-system.ts';
import { listenOnFreePorts } from './free-ports.ts';
import { legacyClient } from './jaeger-query/legacy/legacy-client.ts';
import { localUrl, type UrlRow } from './url-table.ts';

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
  close(): Promise<void>;
}

/**
 * Starts all that the configuration asks for: the dashboard alone on a Jaeger that runs, or with one of our own and the
 * omikuji app. Resolves when everything answers and, where embedded, the first draws can be found.
 *
 * @throws PortTakenError, or what `buildPages` throws; nothing is left running then
 */
export async function runKuji(config: Config, options: RunOptions): Promise<RunningKuji> {
  const choices = [config.dashboard, config.omikuji, config.jaegerQuery, config.jaegerOtlpHttp];
  const setPorts = new Set(choices.filter((choice) => choice.isSet && choice.port !== 0).map((choice) => choice.port));
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
        urlRow('Dashboard', config.host, dashboard.port, config.dashboard),
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
  const baseUrl = config.jaegerQueryUrl ?? new URL(localUrl(config.host, embedded?.queryPort ?? 0));
  const client = legacyClient({
    fetch,
    baseUrl,
    timeoutMillis: config.upstreamTimeoutMillis,
    maxBytes: config.maxUpstreamBytes,
  });
  const about: AboutAnswer = {
    version,
    jaeger: baseUrl.host,
    isEmbedded: embedded !== undefined,
    ...(config.jaegerUiUrl === undefined ? {} : { jaegerTraceUrl: traceUrlOf(config.jaegerUiUrl) }),
  };
  return await listenOnFreePorts({ PORT: config.dashboard }, setPorts, async ({ PORT }) => {
    const draw = embedded && ((signal: AbortSignal) => drawAt(localUrl(config.host, embedded.omikujiPort), signal));
    const app = await buildApp({ about, client, log, webRoot, ...(draw === undefined ? {} : { draw }) });
    try {
      await app.listen({ host: config.host, port: PORT });
    } catch (error) {
      await app.close();
      throw error;
    }
    // A server that listens on TCP has such an address.
    return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
  });
}

function embeddedRows(config: Config, embedded: EmbeddedSystem): readonly UrlRow[] {
  const { host } = config;
  return [
    urlRow('Omikuji app', host, embedded.omikujiPort, config.omikuji),
    urlRow('Jaeger query API', host, embedded.queryPort, config.jaegerQuery),
    urlRow('Jaeger OTLP/HTTP', host, embedded.otlpHttpPort, config.jaegerOtlpHttp),
  ];
}

function jaegerRows(config: Config): readonly UrlRow[] {
  return config.jaegerQueryUrl === undefined ? [] : [{ name: 'Jaeger', url: config.jaegerQueryUrl.href }];
}

function urlRow(name: string, host: string, port: number, choice: PortChoice): UrlRow {
  const hasMoved = !choice.isSet && port !== choice.port;
  return { name, url: localUrl(host, port), ...(hasMoved ? { note: `${choice.port} was taken` } : {}) };
}

function traceUrlOf(uiUrl: URL): string {
  return `${uiUrl.href.replace(/\/$/, '')}/trace/`;
}
