import { OMIKUJI_SERVICE } from './checks/dashboard-checks.ts';
import type { ImageCheck, Running } from './checks/image-check.ts';
import { eventually, type ImageSystem } from './image-system.ts';

/** As in the manifests. */
const DASHBOARD_MEBIBYTES = 512;
const OMIKUJI_MEBIBYTES = 256;

/** Starts the containers that the checks are about, and waits until they answer. */
export async function startAll(system: ImageSystem): Promise<Running> {
  const memoryMebibytes = DASHBOARD_MEBIBYTES;
  const embedded = await system.start({ name: 'embedded', memoryMebibytes });
  const jaeger = (port: number): string => `http://${embedded.address}:${port}`;
  const apart = await system.start({ name: 'apart', env: [`JAEGER_QUERY_URL=${jaeger(16686)}`], memoryMebibytes });
  const omikuji = await system.start({
    name: 'omikuji',
    args: ['server/omikuji/main.ts', '--visits-per-second', '1'],
    env: [`OTEL_EXPORTER_OTLP_ENDPOINT=${jaeger(4318)}`, `OTEL_SERVICE_NAME=${OMIKUJI_SERVICE}`],
    memoryMebibytes: OMIKUJI_MEBIBYTES,
  });
  for (const url of [jaeger(3000), `http://${apart.address}:3000`, `http://${omikuji.address}:8080`]) {
    await eventually(() => system.ask(`${url}/healthz`));
  }
  return { embedded, apart, omikuji };
}

/** Runs the checks one after the other, until interrupted, and says of each whether it holds. @returns whether all do */
export async function runChecks(
  checks: readonly ImageCheck[],
  system: ImageSystem,
  running: Running,
  { say, signal }: { readonly say: (line: string) => void; readonly signal: AbortSignal },
): Promise<boolean> {
  let isRight = true;
  for (const { name, run } of checks) {
    if (signal.aborted) return false;
    try {
      const seen = await run(system, running);
      say(`  ok    ${name}${seen === undefined ? '' : ` (${seen})`}`);
    } catch (error) {
      isRight = false;
      say(`  FAIL  ${name}\n${indented(error instanceof Error ? error.message : String(error))}`);
    }
  }
  return isRight;
}

function indented(text: string): string {
  return text.trim().replaceAll(/^/gm, '        ');
}
