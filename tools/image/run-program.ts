import { spawn } from 'node:child_process';

export interface ProgramRun {
  /** `undefined` where it could not be started, took too long or was ended by a signal. */
  readonly code: number | undefined;
  readonly out: string;
  readonly errors: string;
}

export interface ProgramOptions {
  readonly millis: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs a program to its end, for at most `millis`, or until `signal` interrupts it; then it and all that it started are ended. Never
 * throws. A signal that has come before does not count: what cleans up after it runs too.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { millis, env = {}, cwd, signal }: ProgramOptions,
): Promise<ProgramRun> {
  return await new Promise((resolve) => {
    const texts = { out: '', errors: '' };
    // A group of its own, so that its children end with it.
    const child = spawn(program, args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts.errors += text;
    });
    const end = (why: string): void => {
      texts.errors += `\n${why}\n`;
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    const interrupt = (): void => end('Interrupted.');
    const timer = setTimeout(() => end(`Ended after ${millis / 1000} s.`), millis);
    signal?.addEventListener('abort', interrupt);
    const finish = (code: number | undefined): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
      resolve({ code, ...texts });
    };
    child.once('error', (error) => {
      texts.errors += error.message;
      finish(undefined);
    });
    child.once('close', (code) => finish(code ?? undefined));
  });
}

/** The end of what a program has said, for a message. */
export function lastLines({ out, errors }: ProgramRun, lines = 20): string {
  return `${out}\n${errors}`.trim().split(/\n+/).slice(-lines).join('\n');
}
