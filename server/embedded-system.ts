import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedCounts } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { type AllInOne, type AllInOnePorts, startAllInOne } from './all-in-one/start-all-in-one.ts';
import type { Config } from './config.ts';
import { listenOnFreePorts } from './free-ports.ts';
import { startOmikuji } from './omikuji/omikuji-server.ts';
import { drawMany, keepDrawing } from './omikuji/visitors.ts';
import { localUrl } from './url-table.ts';

/** The system of the article: an app whose fortunes differ in speed, and a Jaeger that keeps its traces. */
export interface EmbeddedSystem {
  readonly omikujiPort: number;
  readonly jaegerPorts: AllInOnePorts;
  /** Resolves, with their number, when the first draws can be found in Jaeger. Fewer if it was closed before. */
  readonly firstDraws: Promise<number>;
  /** What Jaeger holds and has taken in. */
  counts(): EmbeddedCounts;
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
  const jaeger = await startJaeger(config, avoidPorts, log);
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
    jaegerPorts: jaeger,
    firstDraws,
    counts: () => jaeger.counts(),
    close: async () => {
      ending.abort();
      await visitors;
      await omikuji.close();
      await jaeger.close();
    },
  };
}

function startJaeger(config: Config, avoidPorts: ReadonlySet<number>, log: Log): Promise<AllInOne> {
  const choices = {
    JAEGER_QUERY_PORT: config.jaegerQuery,
    JAEGER_OTLP_HTTP_PORT: config.jaegerOtlpHttp,
    JAEGER_OTLP_GRPC_PORT: config.jaegerOtlpGrpc,
    JAEGER_THRIFT_HTTP_PORT: config.jaegerThriftHttp,
    JAEGER_THRIFT_COMPACT_PORT: config.jaegerThriftCompact,
    JAEGER_THRIFT_BINARY_PORT: config.jaegerThriftBinary,
    JAEGER_ZIPKIN_PORT: config.jaegerZipkin,
    JAEGER_SAMPLING_PORT: config.jaegerSampling,
  };
  return listenOnFreePorts(choices, avoidPorts, (ports) =>
    startAllInOne({
      host: config.host,
      queryPort: ports.JAEGER_QUERY_PORT,
      otlpHttpPort: ports.JAEGER_OTLP_HTTP_PORT,
      otlpGrpcPort: ports.JAEGER_OTLP_GRPC_PORT,
      thriftHttpPort: ports.JAEGER_THRIFT_HTTP_PORT,
      thriftCompactPort: ports.JAEGER_THRIFT_COMPACT_PORT,
      thriftBinaryPort: ports.JAEGER_THRIFT_BINARY_PORT,
      zipkinPort: ports.JAEGER_ZIPKIN_PORT,
      samplingPort: ports.JAEGER_SAMPLING_PORT,
      log,
    }),
  );
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
