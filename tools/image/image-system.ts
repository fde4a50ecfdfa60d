import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Podman } from './podman.ts';
import { lastLines, type ProgramRun } from './run-program.ts';

/** One answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A program of the image that runs. */
export interface Container {
  readonly name: string;
  /** On the network that the containers share. */
  readonly address: string;
  readonly memoryMebibytes: number;
}

/** The image, and containers of it on a network of their own that leads nowhere else. */
export interface ImageSystem {
  readonly podman: Podman;
  readonly image: string;
  /** Asks from a container beside them, as another pod would. @throws where there is no answer */
  ask(url: string, method?: string): Promise<Answer>;
  /** Starts a program as the manifests do. */
  start(options: StartOptions): Promise<Container>;
  /** Runs a program that ends by itself. */
  run(options: { readonly args?: readonly string[]; readonly env: readonly string[] }): Promise<ProgramRun>;
  /** Runs a command in a container, as a health check does. */
  exec(container: Container, command: readonly string[], env?: readonly string[]): Promise<ProgramRun>;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly name: string;
  readonly args?: readonly string[];
  /** `NAME=value` */
  readonly env?: readonly string[];
  readonly memoryMebibytes: number;
}

/** As `securityContext` in the manifests. podman would add a tmpfs on /tmp and others, which Kubernetes does not. */
export const HARDENED = [
  ...['--read-only', '--read-only-tmpfs=false', '--cap-drop=ALL', '--security-opt=no-new-privileges'],
  // Its timer needs systemd. The command of the image is run by a check of its own.
  ...['--http-proxy=false', '--no-healthcheck'],
] as const;

/** Runs in the container beside; prints an answer as JSON. */
const ASK = `const [url, method] = process.argv.slice(1);
const answer = await fetch(url, { method, signal: AbortSignal.timeout(15000) });
const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
console.log(JSON.stringify({ status: answer.status, headers: Object.fromEntries(answer.headers), body }));`;

const answerText = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.base64() });
const STOP_MILLIS = 60_000;

/** @param base the image in which whoever asks runs: it has a Node too */
export async function startImageSystem(podman: Podman, image: string, base: string): Promise<ImageSystem> {
  const network = `kuji-image-${process.pid}`;
  const asker = `${network}-asker`;
  const must = async (args: readonly string[]): Promise<string> => {
    const run = await podman(args);
    if (run.code !== 0) throw new Error(`podman ${args[0]} failed:\n${lastLines(run)}`);
    return run.out.trim();
  };
  const on = [`--network=${network}`, ...HARDENED];
  await must(['network', 'create', '--internal', network]);
  await must([
    'run',
    '-d',
    '--name',
    asker,
    '--user=1000:1000',
    ...on,
    base,
    'node',
    '-e',
    'setInterval(() => {}, 1e6)',
  ]);
  return {
    podman,
    image,
    async ask(url, method = 'GET') {
      const text = await must(['exec', asker, 'node', '--input-type=module', '-e', ASK, url, method]);
      const { body, ...answer } = answerText.parse(JSON.parse(text));
      return { ...answer, body: Buffer.from(body, 'base64') };
    },
    async start({ name, args = [], env = [], memoryMebibytes }) {
      const full = `${network}-${name}`;
      const memory = `--memory=${memoryMebibytes}m`;
      await must(['run', '-d', '--name', full, memory, ...on, ...env.flatMap((each) => ['-e', each]), image, ...args]);
      const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
      return { name: full, address: await must(['inspect', '--format', format, full]), memoryMebibytes };
    },
    run: ({ args = [], env }) =>
      podman(['run', '--rm', '--network=none', ...HARDENED, ...env.flatMap((each) => ['-e', each]), image, ...args]),
    exec: ({ name }, command, env = []) => podman(['exec', ...env.flatMap((each) => ['-e', each]), name, ...command]),
    async close() {
      await podman(['rm', '--all', '--force', '--time=0'], STOP_MILLIS);
      await podman(['network', 'rm', '--force', network], STOP_MILLIS);
    },
  };
}

/** Asks again and again until it is true. @throws the last error where it takes too long */
export async function eventually<T>(ask: () => Promise<T>, millis = 30_000): Promise<T> {
  for (const deadline = performance.now() + millis; ; await sleep(200)) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
