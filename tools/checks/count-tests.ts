import * as z from 'zod';
import type { Counts } from './check.ts';

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** Counts of the report that Vitest's reporter `json` writes. */
export function countVitestTests(json: unknown): Counts {
  const report = vitestReport.parse(json);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts of the report that Playwright's reporter `json` writes. A test that passed only at a second try has failed. */
export function countPlaywrightTests(json: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(json).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
