import { describe, expect, it } from 'vitest';
import type { Report } from './report-schema.ts';
import { slowerGate } from './slower-gate.ts';

const COMPARISON: NonNullable<Report['comparison']> = {
  a: { name: 'after', n: 40, median: 115_000 },
  b: { name: 'before', n: 60, median: 100_000 },
  shift: { value: 15_000, low: 10_001, high: 20_000 },
  probabilitySlower: { value: 0.9, low: 0.8, high: 0.95 },
  p: 0.001,
  pAdjusted: 0.001,
  verdict: 'clearly-slower',
};

const REPORT: Report = {
  version: 1,
  query: { service: 'demo', operation: null, start: 0, end: 9, by: null, highlight: null, before: 5, after: 5 },
  coverage: { complete: true, traces: 100, spans: 200, unreadable: 0, cut: [], unread: null },
  groups: [],
  comparison: COMPARISON,
  where: null,
};

function gateOf(comparison: Partial<typeof COMPARISON>, share = 0.1) {
  return slowerGate({ ...REPORT, comparison: { ...COMPARISON, ...comparison } }, share);
}

describe('--fail-if-slower', () => {
  it('is true where even the low end of the shift is above the share of the other median', () => {
    expect(gateOf({}).isSlower).toBe(true);
    expect(gateOf({}).reason).toMatch(
      /is true: after is clearly slower, by at least 10\.0\u202fms; .* more than 10\.0\u202f% /,
    );
  });

  it('is not true where the low end just reaches it', () => {
    const answer = gateOf({ shift: { value: 15_000, low: 10_000, high: 20_000 } });
    expect(answer.isSlower).toBe(false);
    expect(answer.reason).toContain('that is not more than');
  });

  it('takes any clear slowness where the other median is 0', () => {
    expect(gateOf({ b: { name: 'before', n: 60, median: 0 } }).isSlower).toBe(true);
  });

  it.each(['possibly-slower', 'possibly-faster', 'clearly-faster', 'no-difference', 'too-few'] as const)(
    'is never true of "%s"',
    (verdict) => expect(gateOf({ verdict }, 0).isSlower).toBe(false),
  );

  it('is not true with an open low end', () => {
    expect(gateOf({ shift: { value: 15_000, low: null, high: 20_000 } }).isSlower).toBe(false);
  });

  it('says of which side there are too few traces', () => {
    const a = { name: 'after', n: 5, median: 1 };
    expect(gateOf({ a, verdict: 'too-few' }).reason).toContain(
      'too few traces, 5 in after and 60 in before; it takes 6',
    );
  });

  it('is not true on a cut sample, and says by how much it would be', () => {
    const coverage = { ...REPORT.coverage, complete: false, cut: [{ start: 1, end: 2 }] };
    const { isSlower, reason } = slowerGate({ ...REPORT, coverage }, 0.1);
    expect(isSlower).toBe(false);
    expect(reason).toMatch(/at least 10\.0\u202fms, but in a cut sample/);
  });

  it('is not true without traces or without another side', () => {
    expect(slowerGate({ ...REPORT, comparison: null }, 0.1).reason).toContain('nothing to compare');
    const coverage = { ...REPORT.coverage, traces: 0 };
    expect(slowerGate({ ...REPORT, coverage, comparison: null }, 0.1).reason).toContain('no traces');
  });
});
