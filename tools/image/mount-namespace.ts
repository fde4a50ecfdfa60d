import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** File systems as some programs see them, and nobody else. */
export interface MountNamespace {
  /** What to put before a program and its arguments, so that it sees them. */
  readonly prefix: readonly string[];
  /** What was mounted there goes away with the last program that sees it. */
  close(): Promise<void>;
}

/** Longer than a run takes: if we are killed, it ends by itself. */
const MOST_SECONDS = 1800;
const UNIFIED = '/sys/fs/cgroup/unified';

/**
 * A namespace in which podman mounts what it needs, unseen by the machine. Hybrid cgroups, which crun 1.8 refuses, are plain ones there.
 *
 * @throws where this machine does not allow it
 */
export async function createMountNamespace(): Promise<MountNamespace> {
  const hide = existsSync(UNIFIED) ? `umount ${UNIFIED} && ` : '';
  const script = `${hide}echo ready && exec sleep ${MOST_SECONDS}`;
  const holder = spawn('unshare', ['--mount', 'sh', '-c', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(holder, 'close');
  await isReady(holder);
  return {
    prefix: ['nsenter', `--target=${holder.pid}`, '--mount', '--'],
    async close() {
      holder.kill('SIGKILL');
      await ended;
    },
  };
}

async function isReady({ stdout, stderr }: ChildProcess): Promise<void> {
  let errors = '';
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const first = await new Promise((resolve) => {
    stdout?.once('data', () => resolve('ready'));
    stdout?.once('close', () => resolve('ended'));
  });
  if (first !== 'ready') throw new Error(`there can be no mounts of our own: ${errors.trim()}`);
}
