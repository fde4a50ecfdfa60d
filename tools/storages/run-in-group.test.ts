import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInGroup } from './run-in-group.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuji-group-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, millis = 20_000): Promise<number | undefined> =>
  runInGroup('sh', ['-c', script], { millis, cwd: folder, env: process.env });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
  // A process that has ended may still wait for being asked how.
  return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

const serverPid = (): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));

describe.runIf(process.platform === 'linux')('runInGroup', () => {
  it('tells the exit code', async () => {
    expect(await run('exit 3')).toBe(3);
  });

  it('ends a server that the program has left behind', async () => {
    expect(await run('sleep 60 </dev/null >/dev/null 2>&1 & echo $! >pid')).toBe(0);
    await expect.poll(() => isAlive(serverPid())).toBe(false);
  });

  it('ends a program that takes too long, with its servers', async () => {
    expect(await run('sleep 60 </dev/null >/dev/null 2>&1 & echo $! >pid; wait', 500)).toBeUndefined();
    await expect.poll(() => isAlive(serverPid())).toBe(false);
  });
});
