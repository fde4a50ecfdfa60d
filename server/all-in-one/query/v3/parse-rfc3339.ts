import type { Parsed } from '../go-numbers.ts';

/*
 * Instants as Go's `time.Parse(time.RFC3339Nano, …)` reads them, and its error texts, which jaeger-query passes on word for word.
 */

const LAYOUT = '2006-01-02T15:04:05.999999999Z07:00';

/** The parts of the layout in turn: how Go calls each in its errors, and what it takes. */
const PARTS = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d{2}/],
  ['-', /^-/],
  ['02', /^\d{2}/],
  ['T', /^T/],
  ['15', /^\d{1,2}/],
  [':', /^:/],
  ['04', /^\d{2}/],
  [':', /^:/],
  ['05', /^\d{2}/],
  ['.999999999', /^(?:[.,]\d+)?/],
  ['Z07:00', /^(?:Z|[-+]\d{2}:\d{2})/],
] as const;

/** The instant in nanoseconds since 1970. */
export function parseRfc3339(text: string): Parsed<bigint> {
  const found: string[] = [];
  let rest = text;
  for (const [name, pattern] of PARTS) {
    const part = pattern.exec(rest)?.[0];
    if (part === undefined) {
      return failed(text, ` as ${JSON.stringify(LAYOUT)}: cannot parse ${JSON.stringify(rest)} as "${name}"`);
    }
    found.push(part);
    rest = rest.slice(part.length);
  }
  if (rest !== '') return failed(text, `: extra text: ${JSON.stringify(rest)}`);
  const [year, , month, , day, , hour, , minute, , second, fraction = '', zone = 'Z'] = found;
  const seconds = utcSeconds(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (!seconds.ok) return failed(text, seconds.message);
  const nanos = fraction.slice(1, 10).padEnd(9, '0');
  return { ok: true, value: BigInt(seconds.value - offsetSeconds(zone)) * 1_000_000_000n + BigInt(nanos) };
}

function utcSeconds(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Parsed<number> {
  const bounds = [
    ['month', month, 1, 12],
    ['day', day, 1, daysIn(year, month)],
    ['hour', hour, 0, 23],
    ['minute', minute, 0, 59],
    ['second', second, 0, 59],
  ] as const;
  for (const [name, value, min, max] of bounds) {
    if (value < min || value > max) return { ok: false, message: `: ${name} out of range` };
  }
  // Date.UTC takes the years 0 to 99 for those of the 20th century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return { ok: true, value: date.getTime() / 1000 };
}

function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function offsetSeconds(zone: string): number {
  if (zone === 'Z') return 0;
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4, 6)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

function failed(text: string, reason: string): Parsed<never> {
  return { ok: false, message: `parsing time ${JSON.stringify(text)}${reason}` };
}
