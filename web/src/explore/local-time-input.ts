import { millisOf, type UnixMicros, unixMicrosFromMillis } from '#core/units.ts';

/** An instant as an `<input type="datetime-local" step="1">` takes it: local time, to the second. */
export function toLocalInput(instant: UnixMicros): string {
  const date = new Date(millisOf(instant));
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The instant that such an input holds; `undefined` where it holds none. Accepts a space for the `T`. */
export function fromLocalInput(text: string): UnixMicros | undefined {
  if (!/^\d{4,6}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(text.trim())) return undefined;
  const millis = new Date(text.trim().replace(' ', 'T')).getTime();
  return Number.isNaN(millis) || millis < 0 ? undefined : unixMicrosFromMillis(millis);
}
