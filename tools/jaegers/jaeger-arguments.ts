/** What a Jaeger of a test listens on, all on 127.0.0.1. */
export const LISTENERS = [
  'health',
  'query',
  'queryGrpc',
  'otlpGrpc',
  'otlpHttp',
  'collectorGrpc',
  'thriftHttp',
  // UDP.
  'thriftCompact',
  'thriftBinary',
  'zipkinCompact',
  'sampling',
  'zipkin',
  'metrics',
] as const;
export type JaegerPorts = Readonly<Record<(typeof LISTENERS)[number], number>>;

/** A v1 all-in-one takes flags; those of its agent are unknown to the later ones, which have none. */
export function flagsOfV1(ports: JaegerPorts, hasAgent: boolean): readonly string[] {
  const at = (flag: string, port: number): string => `--${flag}=127.0.0.1:${port}`;
  return [
    '--log-level=warn',
    at('admin.http.host-port', ports.health),
    at('query.http-server.host-port', ports.query),
    at('query.grpc-server.host-port', ports.queryGrpc),
    at('collector.http-server.host-port', ports.thriftHttp),
    at('collector.grpc-server.host-port', ports.collectorGrpc),
    at('collector.otlp.http.host-port', ports.otlpHttp),
    at('collector.otlp.grpc.host-port', ports.otlpGrpc),
    ...(hasAgent
      ? [
          at('processor.jaeger-compact.server-host-port', ports.thriftCompact),
          at('processor.jaeger-binary.server-host-port', ports.thriftBinary),
          at('processor.zipkin-compact.server-host-port', ports.zipkinCompact),
          at('http-server.host-port', ports.sampling),
          at('reporter.grpc.host-port', ports.collectorGrpc),
        ]
      : []),
  ];
}

/** A v2 takes a file. Spans can be read at once, and it does not trace itself. */
export function configurationOfV2(ports: JaegerPorts): string {
  const at = (port: number): string => `{ endpoint: "127.0.0.1:${port}" }`;
  return `
service:
  extensions: [jaeger_storage, jaeger_query, healthcheckv2]
  pipelines:
    traces: { receivers: [otlp, jaeger], processors: [batch], exporters: [jaeger_storage_exporter] }
  telemetry: { metrics: { level: none }, logs: { level: warn } }
extensions:
  healthcheckv2: { use_v2: true, http: ${at(ports.health)} }
  jaeger_query:
    storage: { traces: memory }
    enable_tracing: false
    http: { endpoint: "127.0.0.1:${ports.query}", keep_alives_enabled: true }
    grpc: ${at(ports.queryGrpc)}
  jaeger_storage: { backends: { memory: { memory: { max_traces: 100000 } } } }
receivers:
  otlp: { protocols: { grpc: ${at(ports.otlpGrpc)}, http: ${at(ports.otlpHttp)} } }
  jaeger:
    protocols:
      thrift_http: ${at(ports.thriftHttp)}
      thrift_compact: ${at(ports.thriftCompact)}
      thrift_binary: ${at(ports.thriftBinary)}
processors:
  batch: { send_batch_size: 1, timeout: 10ms }
exporters:
  jaeger_storage_exporter: { trace_storage: memory }
`;
}
