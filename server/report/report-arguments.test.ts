import { describe, expect, it } from 'vitest';
import { unixMicros } from '#core/units.ts';
import { parseReportArguments } from './report-arguments.ts';

const NOW = unixMicros(1_795_424_400_000_000);

function parse(line: string) {
  return parseReportArguments(
    line.split(' ').filter((word) => word !== ''),
    NOW,
  );
}

function errorsOf(line: string): readonly string[] {
  const parsed = parse(line);
  return parsed.kind === 'errors' ? parsed.errors : [];
}

describe('the arguments of a report', () => {
  it('read the last hour as Markdown where nothing else is said', () => {
    expect(parse('--service demo')).toEqual({
      kind: 'arguments',
      arguments: {
        service: 'demo',
        operation: undefined,
        start: NOW - 3_600_000_000,
        end: NOW,
        by: undefined,
        highlight: undefined,
        times: undefined,
        where: false,
        format: 'markdown',
        failIfSlower: undefined,
        limit: 500,
      },
    });
  });

  it('end in 1970, however long a length is', () => {
    expect(parse('--service demo --since 999999d')).toMatchObject({ arguments: { start: 0, end: NOW } });
  });

  it('take instants as RFC 3339, to the microsecond, and as microseconds', () => {
    expect(parse('--service demo --start 2026-11-23T18:00:00.123456+09:00 --end 1795424400123457')).toMatchObject({
      arguments: { start: 1_795_424_400_123_456, end: 1_795_424_400_123_457 },
    });
  });

  it('take one instant for both sides of before and after', () => {
    expect(parse('--service demo --after 17')).toMatchObject({ arguments: { times: { before: 17, after: 17 } } });
    expect(parse('--service demo --before 17')).toMatchObject({ arguments: { times: { before: 17, after: 17 } } });
    expect(parse('--service demo --before 16 --after 17')).toMatchObject({
      arguments: { times: { before: 16, after: 17 } },
    });
  });

  it('take a percentage', () => {
    expect(parse('--service demo --fail-if-slower 12.5%')).toMatchObject({ arguments: { failIfSlower: 0.125 } });
  });

  it('ask for help', () => {
    expect(parse('--help')).toEqual({ kind: 'help' });
  });

  it.each([
    ['', '--service is missing'],
    ['--service demo --since 5', '--since is "5", but must be a length such as 30s, 15m, 1h or 2d.'],
    ['--service demo --since 0h', '--since is "0h"'],
    ['--service demo --start yesterday --end 5', '--start is "yesterday", but must be an instant'],
    ['--service demo --start 2026-02-31', '--start is "2026-02-31"'],
    ['--service demo --start 5', '--start and --end belong together'],
    ['--service demo --start 5 --end 5', '--start must be before --end'],
    ['--service demo --since 1h --start 1 --end 2', '--since and --start/--end both say'],
    ['--service demo --format csv', '--format is "csv", but must be markdown or json.'],
    ['--service demo --fail-if-slower 10', '--fail-if-slower is "10", but must be a percentage such as 10%.'],
    ['--service demo --before 6 --after 5', '--before must not be later than --after'],
    ['--service demo --after 5 --highlight x', '--highlight and --before/--after both say'],
    ['--service demo --colour red', '--colour'],
    ['--service demo extra', 'extra'],
    ['--service', '--service'],
  ])('refuse "%s"', (line, message) => {
    expect(errorsOf(line).join('\n')).toContain(message);
  });

  it('tell every mistake at once', () => {
    expect(errorsOf('--since 5 --format csv')).toHaveLength(3);
  });
});
