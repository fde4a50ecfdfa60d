import { spawn } from 'node:child_process';
import { once } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a program that starts servers of its own, and shows what it says. Whether it ends by itself, takes longer than `millis` or
 * is interrupted: nothing that it has started lives on.
 *
 * @returns its exit code, or `undefined` where it did not end by itself
 */
export async function runInGroup(
  program: string,
  args: readonly string[],
  { millis, ...options }: { readonly millis: number; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<number | undefined> {
  const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = (): void => endGroup(child.pid);
  for (const signal of SIGNALS) process.once(signal, end);
  const timer = setTimeout(end, millis);
  const [code]: (number | null)[] = await once(child, 'close');
  clearTimeout(timer);
  for (const signal of SIGNALS) process.off(signal, end);
  end();
  return code ?? undefined;
}

function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // Nobody of the group is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
