import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JaegerUrls } from './embedded-jaeger-worker.ts';

export interface RealJaeger extends JaegerUrls {
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 30_000;
const POLL_MS = 20;

/**
 * Runs the binary of a Jaeger 2 with memory storage on free ports of this machine, until it says that it is ready.
 *
 * @throws where it ends, or is not ready within half a minute
 */
export async function runRealJaeger(path: string): Promise<RealJaeger> {
  const [health, query, grpc, otlp] = await freePorts(4);
  const folder = await mkdtemp(join(tmpdir(), 'kuji-bench-'));
  const configPath = join(folder, 'jaeger.yaml');
  await writeFile(configPath, configuration(health, query, grpc, otlp));
  const child = spawn(path, ['--config', configPath], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  try {
    const deadline = performance.now() + READY_TIMEOUT_MS;
    while (!(await isReady(`http://127.0.0.1:${health}/status`))) {
      if (child.exitCode !== null) throw new Error(`${path} ended with ${child.exitCode}`);
      if (performance.now() > deadline) throw new Error(`${path} was not ready in time`);
      await sleep(POLL_MS);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { queryUrl: `http://127.0.0.1:${query}`, otlpUrl: `http://127.0.0.1:${otlp}`, stop };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Spans can be read at once, and it does not trace itself. */
function configuration(health = 0, query = 0, grpc = 0, otlp = 0): string {
  return `
service:
  extensions: [jaeger_storage, jaeger_query, healthcheckv2]
  pipelines:
    traces: { receivers: [otlp], processors: [batch], exporters: [jaeger_storage_exporter] }
  telemetry: { metrics: { level: none }, logs: { level: warn } }
extensions:
  healthcheckv2: { use_v2: true, http: { endpoint: "127.0.0.1:${health}" } }
  jaeger_query:
    storage: { traces: memory }
    enable_tracing: false
    http: { endpoint: "127.0.0.1:${query}", keep_alives_enabled: true }
    grpc: { endpoint: "127.0.0.1:${grpc}" }
  jaeger_storage: { backends: { memory: { memory: { max_traces: 100000 } } } }
receivers:
  otlp: { protocols: { http: { endpoint: "127.0.0.1:${otlp}" } } }
processors:
  batch: { send_batch_size: 1, timeout: 10ms }
exporters:
  jaeger_storage_exporter: { trace_storage: memory }
`;
}
