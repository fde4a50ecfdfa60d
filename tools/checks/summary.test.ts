import { describe, expect, it } from 'vitest';
import { countPlaywrightTests, countVitestTests } from './count-tests.ts';
import { summary } from './summary.ts';

const nothing = { passed: 0, failed: 0, skipped: 0 };
const types = { name: 'types', title: 'Types', ok: true, counts: nothing, seconds: 3.21 };
const unit = { name: 'unit', title: 'Unit', ok: true, counts: { ...nothing, passed: 200 }, seconds: 9 };

describe('the summary of all checks', () => {
  it('ends with the sum of the tests', () => {
    const e2e = { name: 'e2e', title: 'End to end', ok: true, counts: { ...nothing, passed: 12 }, seconds: 41.5 };
    expect(summary([types, unit, e2e])).toBe(
      [
        '✓ Types                                          3.2 s',
        '✓ Unit          200 passed, 0 failed             9.0 s',
        '✓ End to end    12 passed, 0 failed             41.5 s',
        '',
        '212 passed, 0 failed',
      ].join('\n'),
    );
  });

  it('notes what else there is to know of a check', () => {
    expect(summary([{ ...unit, note: 'Jaegers: embedded' }])).toContain(' 9.0 s\n  Jaegers: embedded\n');
  });

  it('counts a check that failed without a failed test as one', () => {
    expect(summary([{ ...types, ok: false }, unit])).toMatch(/\n200 passed, 1 failed$/);
  });

  it('counts failed tests alone where there are some', () => {
    const failed = { ...unit, ok: false, counts: { passed: 198, failed: 2, skipped: 0 } };
    expect(summary([types, failed])).toMatch(/\n198 passed, 2 failed$/);
  });

  it('tells of skipped tests only if there are some', () => {
    const skipping = { ...unit, counts: { passed: 198, failed: 0, skipped: 2 } };
    expect(summary([skipping])).toMatch(/\n198 passed, 0 failed, 2 skipped$/);
  });
});

describe('counting tests', () => {
  it("reads Vitest's report", () => {
    const report = { numTotalTests: 10, numPassedTests: 6, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countVitestTests(report)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });

  it("reads Playwright's report, where a flaky test is a failed one", () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2, duration: 1 } };
    expect(countPlaywrightTests(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
});
