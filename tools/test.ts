import { ALL_CHECKS } from './checks/all-checks.ts';
import type { CheckResult } from './checks/check.ts';
import { runCheck } from './checks/run-check.ts';
import { summary } from './checks/summary.ts';

// `npm test`: every check. `npm test lint`: that one; what follows its name goes to the program that it runs.
const [part, ...extra] = process.argv.slice(2);
const checks = ALL_CHECKS.filter(({ name }) => part === undefined || name === part);
if (checks.length === 0) {
  process.stderr.write(`There is no check "${part}", but ${ALL_CHECKS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const results: CheckResult[] = [];
for (const check of checks) {
  process.stdout.write(`\n── ${check.title} ${'─'.repeat(60 - check.title.length)}\n`);
  results.push(await runCheck(check, extra));
}
process.stdout.write(`\n── Summary ${'─'.repeat(53)}\n${summary(results)}\n`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
