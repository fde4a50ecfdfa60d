import { millisOf, type UnixMicros } from '../units.ts';

/** What calendar and clock show at an instant in a time zone, as text with leading zeros. Cut off, never rounded up. */
export interface CalendarTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly millis: string;
}

/**
 * @param zone IANA name such as `Asia/Tokyo`; `undefined` is the viewer's own.
 * @throws RangeError for an unknown zone.
 */
export function calendarTime(instant: UnixMicros, zone: string | undefined): CalendarTime {
  const date = new Date(Math.floor(millisOf(instant)));
  if (zone === undefined) {
    // Without Intl: a list formats many rows, and a formatter costs more than all of them.
    return {
      year: pad(date.getFullYear(), 4),
      month: pad(date.getMonth() + 1, 2),
      day: pad(date.getDate(), 2),
      hour: pad(date.getHours(), 2),
      minute: pad(date.getMinutes(), 2),
      second: pad(date.getSeconds(), 2),
      millis: pad(date.getMilliseconds(), 3),
    };
  }
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).formatToParts(date);
  const part = (type: string, width: number) =>
    (parts.find((candidate) => candidate.type === type)?.value ?? '').padStart(width, '0');
  return {
    year: part('year', 4),
    month: part('month', 2),
    day: part('day', 2),
    hour: part('hour', 2),
    minute: part('minute', 2),
    second: part('second', 2),
    millis: part('fractionalSecond', 3),
  };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
