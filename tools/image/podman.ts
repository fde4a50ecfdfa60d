import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runBounded } from '../browser/run-bounded.ts';
import { containersConf } from './containers-conf.ts';
import { type ProgramRun, runProgram } from './run-program.ts';

/** Runs podman with these arguments; `millis` is a minute unless told. */
export type Podman = (args: readonly string[], millis?: number) => Promise<ProgramRun>;

const MINUTE = 60_000;

/**
 * A podman that keeps all that it makes in `folder`: images and containers of whoever runs this are neither seen nor touched.
 *
 * @param prefix of its commands: where they see file systems of their own
 */
export async function createPodman(folder: string, prefix: readonly string[], signal: AbortSignal): Promise<Podman> {
  const conf = join(folder, 'containers.conf');
  const limits = existsSync('/proc/self/limits') ? readFileSync('/proc/self/limits', 'utf8') : '';
  const hasRunc = (await runBounded('runc', ['--version'], MINUTE)).ok;
  await writeFile(conf, containersConf(limits, hasRunc ? 'runc' : undefined));
  const networks = join(folder, 'networks');
  await mkdir(networks);
  const own = [
    ...['--root', join(folder, 'store'), '--runroot', join(folder, 'run'), '--tmpdir', join(folder, 'tmp')],
    ...['--network-config-dir', networks],
  ];
  const [program = 'podman', ...before] = [...prefix, 'podman'];
  return (args, millis = MINUTE) =>
    runProgram(program, [...before, ...own, ...args], { millis, env: { CONTAINERS_CONF: conf }, signal });
}
