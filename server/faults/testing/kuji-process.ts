import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));

export interface KujiProcess {
  readonly origin: string;
  readonly pid: number;
  /** What it has written to standard error: its log. */
  log(): string;
  /** Ends it by a signal. Resolves with its exit code, or null where the signal has killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface KujiProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Of Node, before the program. */
  readonly nodeOptions?: readonly string[];
}

/** Kuji as a process of its own, once it has printed where it is. Throws what it has said where it has ended before. */
export async function startKujiProcess(options: KujiProcessOptions): Promise<KujiProcess> {
  const { child, texts, ended } = spawnKuji(options);
  const { promise: ready, resolve: isReady } = Promise.withResolvers<'ready'>();
  child.stdout?.on('data', () => {
    if (texts.out.includes('Ctrl-C ends everything.')) isReady('ready');
  });
  const first = await Promise.race([ready, ended]);
  if (first !== 'ready') throw new Error(`Kuji has ended with ${first}: ${texts.errors}`);
  const url = /Dashboard\s+(http:\S+)/.exec(texts.out)?.[1];
  if (url === undefined || child.pid === undefined) throw new Error(`Kuji names no address: ${texts.out}`);
  return {
    origin: new URL(url).origin,
    pid: child.pid,
    log: () => texts.errors,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Kuji as a process of its own that is expected to end by itself. */
export async function runKujiProcess(options: KujiProcessOptions) {
  const { texts, ended } = spawnKuji(options);
  return { code: await ended, ...texts };
}

function spawnKuji({ env, nodeOptions = [] }: KujiProcessOptions) {
  const child: ChildProcess = spawn(process.execPath, [...nodeOptions, MAIN], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', errors: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    texts.errors += text;
  });
  const ended: Promise<number | null> = once(child, 'close').then(([code]: unknown[]) =>
    typeof code === 'number' ? code : null,
  );
  return { child, texts, ended };
}
