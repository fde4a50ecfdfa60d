import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { KustomizeProgram } from './kustomize-program.ts';

const run = promisify(execFile);

const MAX_MILLIS = 30_000;
const MAX_BYTES = 2 ** 24;

/** `unshare` in front of a program: it has a network of its own, without an interface. */
export const WITHOUT_NETWORK = ['unshare', '--net', '--'] as const;

/**
 * The YAML of one overlay.
 *
 * @param prefix words before the command, such as `WITHOUT_NETWORK`
 * @throws Error with what kustomize says; after 30 s it is ended
 */
export async function renderOverlay(
  { command, args }: KustomizeProgram,
  folder: string,
  prefix: readonly string[] = [],
): Promise<string> {
  const [first = command, ...rest] = [...prefix, command, ...args, folder];
  const { stdout } = await run(first, rest, { timeout: MAX_MILLIS, killSignal: 'SIGKILL', maxBuffer: MAX_BYTES });
  return stdout;
}

/** Whether this machine lets us run something without a network; it takes Linux and root. */
export async function canCutNetwork(): Promise<boolean> {
  const [first, ...rest] = [...WITHOUT_NETWORK, 'true'];
  return await run(first!, rest, { timeout: MAX_MILLIS }).then(
    () => true,
    () => false,
  );
}
