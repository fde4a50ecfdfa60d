import { formatSignificant } from '#core/format/format-significant.ts';

/** Calls per trace: `1`, or `8.1 / 0` where the groups differ. */
export function formatCalls(callsA: number, callsB: number): string {
  const [a, b] = [callText(callsA), callText(callsB)];
  return a === b ? a : `${a} / ${b}`;
}

function callText(calls: number): string {
  return formatSignificant(calls, { digits: calls < 10 ? 2 : 3, maxDecimals: 3, keepZeros: false });
}
