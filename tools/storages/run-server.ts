import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunningServer {
  /** Ends it as a service manager would, and waits until it has ended. */
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut would, and waits until it has ended. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it says goes there. */
  readonly logPath: string;
  /** Asked again and again until it is true. */
  readonly isReady: () => Promise<boolean>;
  readonly readyMillis: number;
}

const POLL_MS = 100;
const STOP_TIMEOUT_MS = 30_000;
const SHOWN_LINES = 15;

/** Starts a server and waits until it is ready. @throws where it ends before, or takes too long, with the end of its log */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const { name, program, args, env, logPath, isReady, readyMillis } = options;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const keep = (bytes: Buffer): void => appendFileSync(logPath, bytes);
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      appendFileSync(logPath, `${error.message}\n`);
      resolve();
    });
  });
  const stop = () => stopChild(child, ended);
  for (const deadline = performance.now() + readyMillis; !(await isReady()); ) {
    const hasEnded = await Promise.race([ended.then(() => true), sleep(POLL_MS, false)]);
    if (!hasEnded && performance.now() < deadline) continue;
    await stop();
    throw new Error(`${name} ${hasEnded ? 'has ended' : 'was not ready in time'}:\n${lastLines(logPath)}`);
  }
  return {
    stop,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

function lastLines(path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  } catch {
    // It has said nothing.
    return '';
  }
}
