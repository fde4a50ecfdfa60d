import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChildMessage } from './child-message.ts';
import type { Finding, RunSummary } from './finding.ts';

const CHILD = fileURLToPath(new URL('./fuzz-child.ts', import.meta.url));

/** An input that is still being read after so long is one that never ends. */
const HANG_MILLIS = 30_000;
const LOOK_MILLIS = 500;
/** Everything that is read is far smaller; what needs more grows with what a liar announces. */
const MAX_HEAP_MIB = 512;
const MAX_KEPT_CHARACTERS = 2000;

export interface RunOptions {
  readonly target: string;
  readonly seed: number;
  readonly inputs: number;
}

/** Has a target read so many inputs in a process of its own. One that does not end, or ends the process, is a finding. */
export async function runTarget({ target, seed, inputs }: RunOptions): Promise<RunSummary> {
  const start = performance.now();
  const findings: Finding[] = [];
  let end: Omit<ChildMessage & { readonly kind: 'end' }, 'kind'> | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kuji-fuzz-'));
  const progress = join(folder, 'progress');
  const child = fork(CHILD, [target, String(seed), String(inputs), progress], {
    execArgv: [`--max-old-space-size=${MAX_HEAP_MIB}`, '--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, MAX_KEPT_CHARACTERS);
  });
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'end') end = message;
    else findings.push({ target, seed, index: message.index, problem: message.problem });
  });

  let last = -1;
  let since = performance.now();
  let isHanging = false;
  const watch = setInterval(() => {
    const index = indexIn(progress);
    if (index !== last) [last, since] = [index, performance.now()];
    else if (performance.now() - since > HANG_MILLIS) {
      isHanging = true;
      child.kill('SIGKILL');
    }
  }, LOOK_MILLIS);
  try {
    const [code]: unknown[] = await once(child, 'close');
    const index = indexIn(progress);
    if (end === undefined) {
      const problem = isHanging
        ? `it is not read within ${HANG_MILLIS / 1000} s`
        : `it has ended the process with ${code}: ${said}`;
      findings.push({ target, seed, index, problem });
      end = { inputs: index + 1, slowestMillis: Number.NaN };
    }
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true });
  }
  return {
    target,
    inputs: end.inputs,
    slowestMillis: end.slowestMillis,
    seconds: (performance.now() - start) / 1000,
    findings,
  };
}

/** The input that the child reads; −1 where it has not begun. */
function indexIn(file: string): number {
  try {
    const bytes = readFileSync(file);
    return bytes.length < 4 ? -1 : bytes.readUInt32LE();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return -1;
    throw error;
  }
}
