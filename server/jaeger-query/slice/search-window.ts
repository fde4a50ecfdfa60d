import { addMicros, DAY, MILLISECOND, type Micros, type UnixMicros, unixMicros } from '#core/units.ts';

/** Both ends inclusive. */
export interface SearchWindow {
  readonly start: UnixMicros;
  readonly end: UnixMicros;
}

/** Search servers round to milliseconds, so that nothing shorter can be asked for. */
export const SMALLEST_WINDOW: Micros = MILLISECOND;

/** Search servers write one index name a day into a URL of 4 096 bytes. */
export const LARGEST_WINDOW: Micros = 30 * DAY;

export function widthOf(window: SearchWindow): Micros {
  return window.end - window.start + 1;
}

/** The newest part of a window, at most `width` long. */
export function newestPart(window: SearchWindow, width: Micros): SearchWindow {
  return { start: unixMicros(Math.max(window.start, window.end - width + 1)), end: window.end };
}

/**
 * What to ask Jaeger for in order to see all of `window`: storages differ in whether the ends count (Cassandra: no) and in
 * how finely they are kept (search servers: milliseconds).
 *
 *     asked      |-1 ms|=======window=======|+1 ms|
 */
export function askedWindow(window: SearchWindow): SearchWindow {
  return {
    start: unixMicros(Math.max(0, window.start - MILLISECOND)),
    end: addMicros(window.end, MILLISECOND),
  };
}

export function isWithin(window: SearchWindow, instant: UnixMicros): boolean {
  return instant >= window.start && instant <= window.end;
}
