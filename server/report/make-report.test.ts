import { describe, expect, it } from 'vitest';
import type { SliceInfo } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { tableOf } from '#core/testing/table-from-drawings.ts';
import { unixMicros } from '#core/units.ts';
import { makeReport } from './make-report.ts';
import type { ReportArguments } from './report-arguments.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportSchema } from './report-schema.ts';

const TABLE = tableOf(demoTraces({ seed: 3, traces: 300 }));

const ASKED: ReportArguments = {
  service: 'demo',
  operation: undefined,
  start: unixMicros(0),
  end: unixMicros(2 ** 52),
  by: 'omikuji',
  highlight: undefined,
  times: undefined,
  where: true,
  format: 'json',
  failIfSlower: undefined,
  limit: 500,
};

const SLICE: SliceInfo = {
  version: 2,
  start: 0,
  end: 2 ** 52,
  state: 'complete',
  traces: 300,
  spans: 600,
  nextWindow: 1,
  requests: 1,
  bytes: 1,
  problems: [],
};

const reportOf = (asked: Partial<ReportArguments> = {}, table: SpanTable = TABLE, slices = [SLICE]) =>
  makeReport({ table, slices, unread: undefined }, { ...ASKED, ...asked });

describe('a report', () => {
  it('is what its schema says', () => {
    for (const report of [reportOf(), reportOf({ where: false }), reportOf({}, tableOf([]))]) {
      expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    }
  });

  it('says of the demo that 凶 sleeps, and in which span', () => {
    const { query, groups, comparison, where } = reportOf();
    expect(query).toMatchObject({ by: 'event:omikuji', highlight: '凶' });
    expect(groups[0]?.value).toBe('凶');
    expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(300);
    expect(comparison).toMatchObject({ a: { name: '凶' }, b: { name: '(rest)' }, verdict: 'clearly-slower' });
    expect(comparison?.shift.value).toBeGreaterThan(950_000);
    const sleeper = where?.rows.find(({ operation }) => operation === '/omikuji');
    expect(sleeper?.path).toEqual(['demo /handler', 'demo /omikuji']);
    expect((sleeper?.delta ?? 0) / (where?.total.value ?? 1)).toBeGreaterThan(0.99);
    const sum = where?.rows.reduce((all, { delta }) => all + delta, 0);
    expect(sum).toBeCloseTo(where?.total.value ?? 0, 6);
  });

  it('takes a key with its scope, and a highlight that is named', () => {
    const { query, comparison } = reportOf({ by: 'event:omikuji', highlight: '大吉' });
    expect(query).toMatchObject({ by: 'event:omikuji', highlight: '大吉' });
    expect(comparison?.a.name).toBe('大吉');
  });

  it('compares after with before', () => {
    const middle = unixMicros(TABLE.traceStart.toSorted()[150]!);
    const { comparison, query } = reportOf({ times: { before: middle, after: middle } });
    expect(comparison).toMatchObject({ a: { name: 'after', n: 150 }, b: { name: 'before', n: 150 } });
    expect(query).toMatchObject({ before: middle, after: middle, highlight: null });
  });

  it('calls few traces on a side too few, and has nothing to compare with none', () => {
    const late = unixMicros(TABLE.traceStart.toSorted()[297]!);
    expect(reportOf({ times: { before: late, after: late } }).comparison).toMatchObject({
      a: { name: 'after', n: 3 },
      b: { n: 297 },
      verdict: 'too-few',
    });
    const later = unixMicros(2 ** 52);
    expect(reportOf({ times: { before: later, after: later } })).toMatchObject({ comparison: null, where: null });
    expect(reportOf({ by: 'no such key' })).toMatchObject({ comparison: null, where: null });
    expect(reportOf({ highlight: 'no such value' })).toMatchObject({ comparison: null, where: null });
  });

  it('groups by what a trace is itself', () => {
    expect(reportOf({ by: 'trace:error' })).toMatchObject({
      query: { by: 'trace:error' },
      groups: [{ value: 'false', n: 300, share: 1 }],
      comparison: null,
    });
    expect(reportOf({ by: 'trace:calls demo /omikuji' }).groups).toMatchObject([{ value: 'true', n: 300 }]);
    const [first] = TABLE.traceStart.toSorted();
    const range = { start: unixMicros(first!), end: unixMicros(first! + 600_000_000) };
    expect(reportOf({ ...range, by: 'half', highlight: 'second' }).comparison).toMatchObject({
      a: { name: 'second', n: 150 },
      b: { n: 150 },
    });
  });

  it('tells what was cut and what could not be read', () => {
    const problems = [{ kind: 'unreadable-trace', traceId: '', reason: 'broken' }] as const;
    const { coverage } = reportOf({}, TABLE, [{ ...SLICE, state: 'cut', start: 5, end: 9, problems: [...problems] }]);
    expect(coverage).toEqual({
      complete: false,
      traces: 300,
      spans: 600,
      unreadable: 1,
      cut: [{ start: 5, end: 9 }],
      unread: null,
    });
    const unread = { start: unixMicros(0), end: unixMicros(7), fault: undefined };
    expect(makeReport({ table: TABLE, slices: [SLICE], unread }, ASKED).coverage).toMatchObject({
      complete: false,
      unread: { start: 0, end: 7 },
    });
  });
});

describe('a report as Markdown', () => {
  it('says the finding first, then what it rests on', () => {
    const [title, , basis] = reportMarkdown(reportOf()).split('\n');
    expect(title).toMatch(
      /^\*\*event:omikuji = 凶 \(\d+ of 300 traces\) is clearly slower than the rest, by [\d.]+\u202fs \[[\d.]+, [\d.]+\]\.\*\*$/,
    );
    expect(basis).toMatch(/^demo, 1970-.*: 300 traces, 600 spans\.$/);
  });

  it('turns the shift round for what is faster, and never takes a shift the other way for more than it is', () => {
    const report = reportOf();
    const said = (
      verdict: NonNullable<typeof report.comparison>['verdict'],
      shift: readonly [number, number, number],
    ) => {
      const [low, value, high] = shift;
      const comparison = { ...report.comparison!, verdict, shift: { value, low, high } };
      return reportMarkdown({ ...report, comparison }).split('\n')[0];
    };
    expect(said('clearly-faster', [-57, -26, -9])).toContain('is clearly faster than the rest, by 26\u202fµs [9, 57].');
    expect(said('possibly-slower', [-5, -1, 3])).toContain('is possibly slower than the rest, by −1\u202fµs [−5, 3].');
    expect(said('no-difference', [-5, 0, 5])).toContain(': no difference found. The shift is 0\u202fµs [−5, 5].');
    expect(said('too-few', [-5, 0, 5])).toContain(': too few traces to say. Each side needs 6.');
  });

  it('shows that the rows add up', () => {
    const text = reportMarkdown(reportOf());
    expect(text).toContain('| demo /handler › demo /omikuji |');
    expect(text).toMatch(/\| all rows together \| \+[\d.]+\u202fs \[.*\] \| 100\u202f% \|/);
    expect(text).toMatch(
      /^- of the extra time in the mean, > 100\u202f% is self time of demo \/omikuji; the other spans go the other way$/m,
    );
  });

  it('says of a faster side where the saved time was, and nothing of too few traces', () => {
    const text = reportMarkdown(reportOf({ highlight: '吉' }));
    expect(text).toMatch(/^- of the saved time in the mean, [> ]*[\d.]+\u202f% is self time of demo \/omikuji/m);
    const report = reportOf();
    const comparison = { ...report.comparison!, verdict: 'too-few' as const };
    expect(reportMarkdown({ ...report, comparison })).not.toContain('self time');
  });

  it('calls rows that add up to all but a last digit all of it', () => {
    const report = reportOf();
    const { total, rows } = report.where!;
    const where = { total: { ...total, value: total.value * (1 + 2 ** -50) }, rows };
    expect(reportMarkdown({ ...report, where })).toMatch(/\| all rows together \| .* \| 100\u202f% \|/);
  });

  it('tells of a cut sample, of no traces, and of nothing to compare', () => {
    expect(reportMarkdown(reportOf({}, TABLE, [{ ...SLICE, state: 'cut' }]))).toContain('**Rests on a cut sample**');
    expect(reportMarkdown(reportOf({}, tableOf([])))).toContain('No traces of demo');
    expect(reportMarkdown(reportOf({ by: 'no such key' }))).toContain('Nothing to compare');
  });

  it('takes nothing out of a trace for markup', () => {
    const report = reportOf();
    const hostile = { ...report, groups: [{ ...report.groups[0]!, value: '<img src=x>|`a`\n# b' }] };
    expect(reportMarkdown(hostile)).toContain('\\<img src=x\\>\\|\\`a\\`↵\\# b');
  });
});
