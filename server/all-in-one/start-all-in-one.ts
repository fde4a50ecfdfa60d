import type { EmbeddedCounts } from '#core/api.ts';
import type { Log } from '#core/log.ts';
import { listenAgent } from './agent/listen-agent.ts';
import { MAX_BODY_BYTES } from './collector/limits.ts';
import { otlpGrpc } from './collector/otlp-grpc.ts';
import { otlpHttp } from './collector/otlp-http.ts';
import { type ReceiverMeter, type ReceiverName, receiverMeter } from './collector/receiver-meter.ts';
import { samplingHttp } from './collector/sampling-http.ts';
import { thriftHttp } from './collector/thrift/thrift-http.ts';
import { zipkinHttp } from './collector/zipkin/zipkin-http.ts';
import { type Listening, listen } from './listen.ts';
import { listenH2 } from './listen-h2.ts';
import { queryHttp } from './query/query-http.ts';
import { SpanStore } from './store/span-store.ts';

/** Ports to listen on; 0 is any free one, and without a port that part does not listen. */
export interface AllInOnePorts {
  readonly queryPort: number;
  readonly otlpHttpPort: number;
  readonly otlpGrpcPort?: number | undefined;
  readonly thriftHttpPort?: number | undefined;
  /** UDP. */
  readonly thriftCompactPort?: number | undefined;
  /** UDP. */
  readonly thriftBinaryPort?: number | undefined;
  readonly zipkinPort?: number | undefined;
  readonly samplingPort?: number | undefined;
}

export interface AllInOneOptions extends AllInOnePorts {
  readonly host: string;
  /** Default 50 000. */
  readonly maxTraces?: number;
  /** Over all traces; about 1.6 kB of memory each. Default 500 000. */
  readonly maxSpans?: number;
  /** Default 100 000. */
  readonly maxSpansPerTrace?: number;
  /** Default 16 MiB, before and after decompression. */
  readonly maxBodyBytes?: number;
  /** Milliseconds since 1970: what a search without `start` and `end` counts from. */
  readonly clock?: () => number;
  readonly log: Log;
}

/** The ports are those that are listened on. */
export interface AllInOne extends AllInOnePorts {
  readonly queryUrl: string;
  readonly otlpUrl: string;
  counts(): EmbeddedCounts;
  close(): Promise<void>;
}

interface Receiver {
  readonly listening: Listening;
  readonly meter: ReceiverMeter;
}

/**
 * Starts a Jaeger of our own: spans come in the ways that 2.20 takes them, stay in memory, and are read back over its APIs.
 *
 * @throws the error of Node (`code` `EADDRINUSE`, `port`) where a port is taken; nothing is left listening then
 */
export async function startAllInOne(options: AllInOneOptions): Promise<AllInOne> {
  const { host, log, maxBodyBytes = MAX_BODY_BYTES, clock = Date.now } = options;
  const { maxTraces = 50_000, maxSpans = 500_000, maxSpansPerTrace = 100_000 } = options;
  const store = new SpanStore({ maxTraces, maxSpans, maxSpansPerTrace }, log);
  const opened: Listening[] = [];
  const receivers: Receiver[] = [];
  const closeAll = async (): Promise<void> => {
    await Promise.all(opened.map((each) => each.close()));
  };

  async function open(starting: Promise<Listening>): Promise<Listening> {
    const listening = await starting;
    opened.push(listening);
    return listening;
  }

  type Start = (meter: ReceiverMeter, port: number) => Promise<Listening>;

  async function receive(name: ReceiverName, port: number, start: Start): Promise<Listening> {
    const meter = receiverMeter(name, log);
    const listening = await open(start(meter, port));
    receivers.push({ listening, meter });
    return listening;
  }

  async function receiveIf(name: ReceiverName, port: number | undefined, start: Start): Promise<Listening | undefined> {
    return port === undefined ? undefined : await receive(name, port, start);
  }

  try {
    const query = await open(listen(queryHttp({ store, clock, log }), host, options.queryPort));
    const otlp = await receive('otlp-http', options.otlpHttpPort, (meter, port) =>
      listen(otlpHttp({ sink: store, log, meter, maxBodyBytes }), host, port),
    );
    const grpc = await receiveIf('otlp-grpc', options.otlpGrpcPort, (meter, port) =>
      listenH2(otlpGrpc({ sink: store, log, meter, maxBodyBytes }), host, port),
    );
    const thrift = await receiveIf('thrift-http', options.thriftHttpPort, (meter, port) =>
      listen(thriftHttp({ sink: store, log, meter, maxBodyBytes }), host, port),
    );
    const compact = await receiveIf('thrift-compact', options.thriftCompactPort, (meter, port) =>
      listenAgent({ encoding: 'compact', sink: store, log, meter, host, port }),
    );
    const binary = await receiveIf('thrift-binary', options.thriftBinaryPort, (meter, port) =>
      listenAgent({ encoding: 'binary', sink: store, log, meter, host, port }),
    );
    const zipkin = await receiveIf('zipkin', options.zipkinPort, (meter, port) =>
      listen(zipkinHttp({ sink: store, log, meter, maxBodyBytes }), host, port),
    );
    const sampling =
      options.samplingPort === undefined ? undefined : await open(listen(samplingHttp, host, options.samplingPort));
    return {
      queryUrl: query.url,
      otlpUrl: otlp.url,
      queryPort: query.port,
      otlpHttpPort: otlp.port,
      otlpGrpcPort: grpc?.port,
      thriftHttpPort: thrift?.port,
      thriftCompactPort: compact?.port,
      thriftBinaryPort: binary?.port,
      zipkinPort: zipkin?.port,
      samplingPort: sampling?.port,
      counts: () => ({
        ...store.counters(),
        receivers: receivers.map(({ listening, meter }) => meter.counts(listening.port)),
      }),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
