import { spawn } from 'node:child_process';

export interface Run {
  /** It ended by itself, in time, with exit code 0. */
  readonly ok: boolean;
  /** Both streams as they came, the last 64 kB. */
  readonly output: string;
}

const MAX_OUTPUT = 65_536;

/**
 * Runs a program for at most `millis`; then it and all that it started are ended. Never throws: a program that cannot be started
 * is one that is not `ok`.
 */
export async function runBounded(
  program: string,
  args: readonly string[],
  millis: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return await new Promise((resolve) => {
    let output = '';
    const keep = (text: string) => {
      output = (output + text).slice(-MAX_OUTPUT);
    };
    // A group of its own, so that its children end with it.
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const timer = setTimeout(() => {
      keep(`\nEnded after ${millis / 1000} s.\n`);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, millis);
    const finish = (ok: boolean) => {
      clearTimeout(timer);
      resolve({ ok, output });
    };
    child.once('error', (error) => {
      keep(error.message);
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}
