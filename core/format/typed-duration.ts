import { HOUR, MILLISECOND, MINUTE, type Micros, SECOND } from '../units.ts';

const UNITS: Readonly<Record<string, Micros>> = {
  us: 1,
  µs: 1, // U+00B5, micro sign
  μs: 1, // U+03BC, Greek mu
  ms: MILLISECOND,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
};

/** A number with a unit, wherever the last one ended. */
const PART = /\s*(\d+(?:\.\d*)?|\.\d+)\s*(us|µs|μs|ms|s|m|h)\s*/y;

/**
 * A duration as people and Go's `time.ParseDuration` write it (`1.2s`, `100ms`, `500us`, `1m30s`), in whole µs. `undefined` where
 * the text is something else: a number without a unit too, since nobody could say which was meant; but 0 needs none.
 */
export function parseTypedDuration(text: string): Micros | undefined {
  if (text.trim() === '0') return 0;
  const part = new RegExp(PART);
  let micros = 0;
  let end = 0;
  do {
    part.lastIndex = end;
    const match = part.exec(text);
    if (match === null) return undefined;
    const [number, unit] = [match[1]!, UNITS[match[2]!]!];
    const [whole = '', fraction = ''] = number.split('.');
    // Apart, so that whole µs stay exact however long the duration is.
    micros += Number(whole) * unit + Math.round(Number(`0.${fraction}`) * unit);
    end = part.lastIndex;
  } while (end < text.length);
  return Number.isSafeInteger(micros) ? micros : undefined;
}

/** Whole µs as `parseTypedDuration` reads them back: `1.2s`, `100ms`, `500us`. */
export function typedDuration(micros: Micros): string {
  if (micros >= SECOND) return `${decimal(micros, SECOND)}s`;
  if (micros >= MILLISECOND) return `${decimal(micros, MILLISECOND)}ms`;
  return `${micros}us`;
}

/** Exact, and without zeros at its end. */
function decimal(micros: Micros, unit: Micros): string {
  const places = Math.log10(unit);
  const fraction = String(micros % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${Math.floor(micros / unit)}${fraction === '' ? '' : `.${fraction}`}`;
}
