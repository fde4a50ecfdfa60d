import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import type { Check, CheckResult, Command, Counts } from './check.ts';

/** Runs one check, its output going straight to the terminal. `extra` goes to its last command: files, filters, `--headed`. */
export async function runCheck(check: Check, extra: readonly string[]): Promise<CheckResult> {
  const start = performance.now();
  // A report of another run must not be counted.
  if (check.report !== undefined) rmSync(check.report.path, { force: true });
  const isPassed = await runCommands(check, extra);
  const json = readReport(check);
  const counts = (json === undefined ? undefined : check.report?.count(json)) ?? NO_TESTS;
  return {
    name: check.name,
    title: check.title,
    ok: isPassed && counts.failed === 0,
    counts,
    note: json === undefined ? undefined : check.report?.note?.(json),
    seconds: (performance.now() - start) / 1000,
  };
}

async function runCommands(check: Check, extra: readonly string[]): Promise<boolean> {
  let env: Readonly<Record<string, string>>;
  try {
    env = (await check.prepare?.()) ?? {};
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
  let isPassed = true;
  for (const [index, command] of check.commands.entries()) {
    const isLast = index === check.commands.length - 1;
    const code = await runCommand(isLast ? [...command, ...extra] : command, env);
    if (code !== 0) isPassed = false;
  }
  return isPassed;
}

async function runCommand([script, ...args]: Command, env: Readonly<Record<string, string>>): Promise<number | null> {
  const child = spawn(process.execPath, [join(REPOSITORY_ROOT, 'node_modules', script), ...args], {
    cwd: REPOSITORY_ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const [code]: (number | null)[] = await once(child, 'close');
  return code ?? null;
}

const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

/** `undefined` where the check writes none, or did not get so far. */
function readReport({ report }: Check): unknown {
  return report === undefined || !existsSync(report.path) ? undefined : JSON.parse(readFileSync(report.path, 'utf8'));
}
