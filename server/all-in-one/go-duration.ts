/**
 * Durations as Go's `time` package writes and reads them (`1.5s`, `300ms`, `1h2m`), in nanoseconds, and the error texts of
 * `time.ParseDuration`, which jaeger-query passes on word for word.
 */

const UNIT_NANOS: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['µs', 1e3], // U+00B5, micro sign
  ['μs', 1e3], // U+03BC, Greek mu
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);
const MAX_INT64 = 2n ** 63n - 1n;

export type ParsedDuration =
  | { readonly ok: true; readonly nanos: bigint }
  | { readonly ok: false; readonly message: string };

/** Reads a Go duration. */
export function parseGoDuration(text: string): ParsedDuration {
  const quoted = JSON.stringify(text);
  const invalid: ParsedDuration = { ok: false, message: `time: invalid duration ${quoted}` };
  const unsigned = text.replace(/^[-+]/, '');
  if (unsigned === '0') return { ok: true, nanos: 0n };
  if (unsigned === '') return invalid;
  let nanos = 0n;
  let rest = unsigned;
  while (rest !== '') {
    const number = /^(\d+)(?:\.(\d*))?|^\.(\d+)/.exec(rest);
    if (number === null) return invalid;
    rest = rest.slice(number[0].length);
    const unit = /^[^.\d]+/.exec(rest)?.[0];
    if (unit === undefined) return { ok: false, message: `time: missing unit in duration ${quoted}` };
    const scale = UNIT_NANOS.get(unit);
    if (scale === undefined) {
      return { ok: false, message: `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}` };
    }
    rest = rest.slice(unit.length);
    nanos += BigInt(number[1] ?? 0) * BigInt(scale);
    const fraction = (number[2] ?? number[3] ?? '').slice(0, 18);
    nanos += (BigInt(`0${fraction}`) * BigInt(scale)) / 10n ** BigInt(fraction.length);
    if (nanos > MAX_INT64) return invalid;
  }
  return { ok: true, nanos: text.startsWith('-') ? -nanos : nanos };
}

/** Writes a Go duration: `0s`, `1.5µs`, `-1ms`, `1.002s`, `1h0m0.5s`. */
export function formatGoDuration(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const sign = nanos < 0n ? '-' : '';
  if (size === 0n) return '0s';
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 3)}µs`;
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 6)}ms`;
  const minutes = size / 60_000_000_000n;
  const seconds = `${decimal(size % 60_000_000_000n, 9)}s`;
  if (minutes === 0n) return `${sign}${seconds}`;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

/** `value` × 10^−`places`, without trailing zeros. */
function decimal(value: bigint, places: number): string {
  const scale = 10n ** BigInt(places);
  const fraction = (value % scale).toString().padStart(places, '0').replace(/0+$/, '');
  return fraction === '' ? `${value / scale}` : `${value / scale}.${fraction}`;
}
