import type { Config, PortChoice } from './config.ts';
import type { EmbeddedSystem } from './embedded-system.ts';
import { portRow, takenNote, type UrlRow } from './url-table.ts';

/**
 * The rows of the embedded system. The many inputs of Jaeger share one:
 *
 *     Jaeger OTLP/gRPC  http://127.0.0.1:4317   also Thrift 14268, UDP 6833 (6831 was taken) and 6832, Zipkin 9411, sampling 5778
 */
export function embeddedRows(config: Config, { omikujiPort, jaegerPorts }: EmbeddedSystem): readonly UrlRow[] {
  const { host } = config;
  const grpc = portRow('Jaeger OTLP/gRPC', host, jaegerPorts.otlpGrpcPort ?? 0, config.jaegerOtlpGrpc);
  const compact = portText(jaegerPorts.thriftCompactPort, config.jaegerThriftCompact);
  const binary = portText(jaegerPorts.thriftBinaryPort, config.jaegerThriftBinary);
  const others = [
    `also Thrift ${portText(jaegerPorts.thriftHttpPort, config.jaegerThriftHttp)}`,
    `UDP ${compact} and ${binary}`,
    `Zipkin ${portText(jaegerPorts.zipkinPort, config.jaegerZipkin)}`,
    `sampling ${portText(jaegerPorts.samplingPort, config.jaegerSampling)}`,
  ].join(', ');
  return [
    portRow('Omikuji app', host, omikujiPort, config.omikuji),
    portRow('Jaeger query API', host, jaegerPorts.queryPort, config.jaegerQuery),
    portRow('Jaeger OTLP/HTTP', host, jaegerPorts.otlpHttpPort, config.jaegerOtlpHttp),
    { ...grpc, note: grpc.note === undefined ? others : `${grpc.note}; ${others}` },
  ];
}

function portText(port: number | undefined, choice: PortChoice): string {
  if (port === undefined) return 'off';
  const note = takenNote(port, choice);
  return note === '' ? String(port) : `${port} (${note})`;
}
