import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import type { JaegerPorts } from './jaeger-arguments.ts';

/** The overlays of `k8s/` that bring a Jaeger along. */
export type JaegerOverlay = 'all-in-one' | 'cassandra' | 'elasticsearch';

/** The path of the very file that the overlay mounts into Jaeger's pod. */
export function overlayConfiguration(overlay: JaegerOverlay): string {
  return join(REPOSITORY_ROOT, 'k8s/overlays', overlay, 'jaeger.yaml');
}

/** The environment that moves its listeners from the ports of a pod to these of loopback. */
export function overlayEnvironment(ports: JaegerPorts): Readonly<Record<string, string>> {
  return {
    JAEGER_LISTEN_HOST: '127.0.0.1',
    JAEGER_QUERY_PORT: String(ports.query),
    JAEGER_QUERY_GRPC_PORT: String(ports.queryGrpc),
    JAEGER_OTLP_GRPC_PORT: String(ports.otlpGrpc),
    JAEGER_OTLP_HTTP_PORT: String(ports.otlpHttp),
    JAEGER_GRPC_PORT: String(ports.collectorGrpc),
    JAEGER_THRIFT_HTTP_PORT: String(ports.thriftHttp),
    JAEGER_THRIFT_COMPACT_PORT: String(ports.thriftCompact),
    JAEGER_THRIFT_BINARY_PORT: String(ports.thriftBinary),
    JAEGER_SAMPLING_PORT: String(ports.sampling),
    JAEGER_ZIPKIN_PORT: String(ports.zipkin),
    JAEGER_HEALTH_PORT: String(ports.health),
    JAEGER_METRICS_PORT: String(ports.metrics),
    // Else it traces itself into whatever listens on the usual port.
    OTEL_TRACES_SAMPLER: 'always_off',
  };
}
