import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#core/log.ts';
import { type AllInOne, startAllInOne } from './all-in-one/start-all-in-one.ts';
import type { Config } from './config.ts';
import { listenOnFreePorts } from './free-ports.ts';
import { startOmikuji } from './omikuji/omikuji-server.ts';
import { drawMany, keepDrawing } from './omikuji/visitors.ts';
import { localUrl } from './url-table.ts';

/** The system of the article: an app whose fortunes differ in speed, and a Jaeger that keeps its traces. */
export interface EmbeddedSystem {
  readonly omikujiPort: number;
  readonly queryPort: number;
  readonly otlpHttpPort: number;
  /** Resolves, with their number, when the first draws can be found in Jaeger. Fewer if it was closed before. */
  readonly firstDraws: Promise<number>;
  close(): Promise<void>;
}

/** Ten per side of a die would do for a median; these give 凶 some sixty. Visitors need about two seconds for them. */
const FIRST_DRAWS = 360;
const DRAWS_PER_SECOND = 1;
const STORED_TIMEOUT_MILLIS = 5000;
const STORED_POLL_MILLIS = 20;

/** @throws PortTakenError */
export async function startEmbeddedSystem(
  config: Config,
  avoidPorts: ReadonlySet<number>,
  log: Log,
): Promise<EmbeddedSystem> {
  const { host } = config;
  const jaegerPorts = { JAEGER_QUERY_PORT: config.jaegerQuery, JAEGER_OTLP_HTTP_PORT: config.jaegerOtlpHttp };
  const jaeger = await listenOnFreePorts(jaegerPorts, avoidPorts, (ports) =>
    startAllInOne({ host, queryPort: ports.JAEGER_QUERY_PORT, otlpHttpPort: ports.JAEGER_OTLP_HTTP_PORT, log }),
  );
  const otlpEndpoint = localUrl(host, jaeger.otlpHttpPort);
  const omikuji = await listenOnFreePorts({ OMIKUJI_PORT: config.omikuji }, avoidPorts, (ports) =>
    startOmikuji({ host, port: ports.OMIKUJI_PORT, otlpEndpoint, log }),
  ).catch(async (error: unknown) => {
    await jaeger.close();
    throw error;
  });
  const ending = new AbortController();
  const url = localUrl(host, omikuji.port);
  const firstDraws = drawFirst(jaeger, url, ending.signal, log);
  const visitors = firstDraws.then(() => keepDrawing({ url, perSecond: DRAWS_PER_SECOND, signal: ending.signal, log }));
  return {
    omikujiPort: omikuji.port,
    queryPort: jaeger.queryPort,
    otlpHttpPort: jaeger.otlpHttpPort,
    firstDraws,
    close: async () => {
      ending.abort();
      await visitors;
      await omikuji.close();
      await jaeger.close();
    },
  };
}

async function drawFirst(jaeger: AllInOne, url: string, signal: AbortSignal, log: Log): Promise<number> {
  const { drawn, failed } = await drawMany({ url, draws: FIRST_DRAWS, signal });
  if (failed > 0 && !signal.aborted) log('warn', 'some of the first draws failed', { failed });
  const deadline = performance.now() + STORED_TIMEOUT_MILLIS;
  while (jaeger.counts().traces < drawn && performance.now() < deadline && !signal.aborted) {
    await sleep(STORED_POLL_MILLIS);
  }
  return jaeger.counts().traces;
}
