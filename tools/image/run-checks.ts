import { OMIKUJI_SERVICE } from './checks/dashboard-checks.ts';
import type { ImageCheck, Running } from './checks/image-check.ts';
import { type Container, eventually, type ImageSystem } from './image-system.ts';
import { lastLines } from './run-program.ts';

/** As in the manifests. */
const DASHBOARD_MEBIBYTES = 768;
const OMIKUJI_MEBIBYTES = 256;

const MOST_LINES = 40;

/** Starts the containers that the checks are about, and waits until they answer. @throws where one does not, with its log */
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
  await answers(system, embedded, 3000);
  await answers(system, apart, 3000);
  await answers(system, omikuji, 8080);
  return { embedded, apart, omikuji };
}

async function answers(system: ImageSystem, { name, address }: Container, port: number): Promise<void> {
  try {
    await eventually(() => system.ask(`http://${address}:${port}/healthz`));
  } catch (error) {
    const log = lastLines(await system.podman(['logs', name]));
    throw new Error(`${name} does not answer at ${address}:${port}. It has said:\n${log}`, { cause: error });
  }
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

/** Set off from the names of checks, and not the whole of what is very long. */
export function indented(text: string): string {
  const lines = text.trim().split('\n');
  const shown =
    lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`] : lines;
  return shown.map((line) => `        ${line}`).join('\n');
}
