import type { Log } from '#core/log.ts';
import { otlpHttp } from './collector/otlp-http.ts';
import { listen } from './listen.ts';
import { queryHttp } from './query/query-http.ts';
import { type Counters, SpanStore } from './store/span-store.ts';

export interface AllInOneOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly queryPort: number;
  /** 0: any free port. */
  readonly otlpHttpPort: number;
  /** Default 50 000. */
  readonly maxTraces?: number;
  /** Over all traces; about 1.2 kB of memory each. Default 500 000. */
  readonly maxSpans?: number;
  /** Default 100 000. */
  readonly maxSpansPerTrace?: number;
  /** Default 16 MiB, before and after decompression. */
  readonly maxBodyBytes?: number;
  /** Milliseconds since 1970: what a search without `start` and `end` counts from. */
  readonly clock?: () => number;
  readonly log: Log;
}

export interface AllInOne {
  readonly queryUrl: string;
  readonly otlpUrl: string;
  readonly queryPort: number;
  readonly otlpHttpPort: number;
  counters(): Counters;
  close(): Promise<void>;
}

/**
 * Starts a Jaeger of our own: spans come in by OTLP/HTTP, stay in memory, and are read back over the legacy API of
 * jaeger-query 2.20.
 *
 * @throws the error of Node (`code` `EADDRINUSE`) where a port is taken; nothing is left listening then
 */
export async function startAllInOne(options: AllInOneOptions): Promise<AllInOne> {
  const { host, log, maxBodyBytes, clock = Date.now } = options;
  const { maxTraces = 50_000, maxSpans = 500_000, maxSpansPerTrace = 100_000 } = options;
  const store = new SpanStore({ maxTraces, maxSpans, maxSpansPerTrace }, log);
  const query = await listen(queryHttp({ store, clock, log }), host, options.queryPort);
  const handler = otlpHttp({ sink: store, log, ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }) });
  const otlp = await listen(handler, host, options.otlpHttpPort).catch(async (error: unknown) => {
    await query.close();
    throw error;
  });
  return {
    queryUrl: query.url,
    otlpUrl: otlp.url,
    queryPort: query.port,
    otlpHttpPort: otlp.port,
    counters: () => store.counters(),
    close: async () => {
      await Promise.all([query.close(), otlp.close()]);
    },
  };
}
