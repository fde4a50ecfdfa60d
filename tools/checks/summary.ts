import type { CheckResult } from './check.ts';

/**
 * The end of `npm test`: a line per check and what there is to note, and the closing line `N passed, N failed`, with `, N skipped` where some were. A check that
 * failed without a failed test (a type error, a file that cannot be loaded) counts as one, so that a red run never reads `0 failed`.
 */
export function summary(results: readonly CheckResult[]): string {
  const lines = results.flatMap(({ ok, title, counts, seconds, note }) => [
    `${ok ? '✓' : '✗'} ${title.padEnd(14)}${countsText(counts).padEnd(30)}${seconds.toFixed(1).padStart(6)} s`,
    ...(note === undefined ? [] : [`  ${note}`]),
  ]);
  const total = results.map(withFailure).reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NO_TESTS,
  );
  return [...lines, '', closingLine(total)].join('\n');
}

const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

function withFailure({ ok, counts }: CheckResult) {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function countsText(counts: CheckResult['counts']): string {
  return counts.passed + counts.failed + counts.skipped === 0 ? '' : closingLine(counts);
}

function closingLine({ passed, failed, skipped }: CheckResult['counts']): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
