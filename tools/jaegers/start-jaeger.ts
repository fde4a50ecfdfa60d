import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compareVersions } from './compare-versions.ts';
import type { JaegerBinary } from './find-jaegers.ts';
import { freePortsOf } from './free-ports.ts';
import { configurationOfV2, flagsOfV1, LISTENERS } from './jaeger-arguments.ts';
import { type JaegerOverlay, overlayConfiguration, overlayEnvironment } from './overlay-jaeger.ts';

/** A real Jaeger with an empty memory. Addresses are without a slash at their end. */
export interface RunningJaeger {
  readonly queryUrl: string;
  readonly otlpUrl: string;
  readonly thriftHttpUrl: string;
  /** UDP; `undefined` where that version has no agent. */
  readonly thriftCompactPort: number | undefined;
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 30_000;
const POLL_MS = 20;
const STOP_TIMEOUT_MS = 10_000;
/** Between choosing a port and listening on it somebody else may take it. */
const TRIES = 3;
const KEPT_LOG = 8192;

/**
 * Runs it on free ports of this machine, until it says that it is ready.
 *
 * @param overlay of `k8s/`, whose configuration it shall have
 * @throws where it ends, or is not ready within half a minute, with the end of its log
 */
export async function startJaeger(binary: JaegerBinary, overlay?: JaegerOverlay): Promise<RunningJaeger> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(binary, overlay);
    } catch (error) {
      const isTaken = error instanceof Error && error.message.includes('address already in use');
      if (!isTaken || attempt === TRIES) throw error;
    }
  }
}

async function startOnce({ version, path }: JaegerBinary, overlay?: JaegerOverlay): Promise<RunningJaeger> {
  const ports = await freePortsOf(LISTENERS);
  const folder = await mkdtemp(join(tmpdir(), 'kuji-jaeger-'));
  const isV1 = version.startsWith('1.');
  // The last v1 with an agent is 1.62; what v2 has in its place takes the same.
  const hasAgent = !isV1 || compareVersions(version, '1.63') < 0;
  const configPath = overlay === undefined ? join(folder, 'jaeger.yaml') : overlayConfiguration(overlay);
  if (overlay === undefined) await writeFile(configPath, configurationOfV2(ports));
  const child = spawn(path, isV1 ? flagsOfV1(ports, hasAgent) : ['--config', configPath], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Without a sampler it would trace itself into whatever listens on the usual port.
    env: { ...process.env, OTEL_TRACES_SAMPLER: 'always_off', ...(overlay && overlayEnvironment(ports)) },
  });
  let log = '';
  const keep = (text: string): void => {
    log = (log + text).slice(-KEPT_LOG);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  child.once('error', (error) => keep(error.message));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
  };
  const healthUrl = `http://127.0.0.1:${ports.health}${isV1 ? '/' : '/status'}`;
  const isOver = ended.then(() => true);
  for (const deadline = performance.now() + READY_TIMEOUT_MS; !(await isReady(healthUrl)); ) {
    const hasEnded = await Promise.race([isOver, sleep(POLL_MS, false)]);
    if (!hasEnded && performance.now() < deadline) continue;
    await stop();
    throw new Error(`Jaeger ${version} (${path}) ${hasEnded ? 'has ended' : 'was not ready in time'}:\n${log}`);
  }
  return {
    queryUrl: `http://127.0.0.1:${ports.query}`,
    otlpUrl: `http://127.0.0.1:${ports.otlpHttp}`,
    thriftHttpUrl: `http://127.0.0.1:${ports.thriftHttp}`,
    thriftCompactPort: hasAgent ? ports.thriftCompact : undefined,
    stop,
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
