import { millisOf, type UnixMicros, unixMicrosFromMillis } from '#core/units.ts';

/** An instant as an `<input type="datetime-local" step="1">` takes it: local time, to the second. */
export function toLocalInput(instant: UnixMicros): string {
  const date = new Date(millisOf(instant));
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The instant that such an input holds; `undefined` where it holds none, as on 31 February. Accepts a space for the `T`. */
export function fromLocalInput(text: string): UnixMicros | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)$/.exec(text.trim());
  if (match === null || !isDay(match[1]!)) return undefined;
  const millis = new Date(`${match[1]}T${match[2]}`).getTime();
  return Number.isNaN(millis) || millis < 0 ? undefined : unixMicrosFromMillis(millis);
}

/** Engines read the 31st of a shorter month as a day of the next. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
