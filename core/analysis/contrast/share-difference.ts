import type { Estimate } from '../estimate.ts';
import type { Counts } from './fisher-exact.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The difference of two shares, a − b, with Newcombe's interval (1998, method 10, of Wilson's two). `nA`, `nB` > 0. */
export function shareDifference({ inA, nA, inB, nB }: Counts): Estimate {
  const shareA = inA / nA;
  const shareB = inB / nB;
  const a = wilsonInterval(inA, nA);
  const b = wilsonInterval(inB, nB);
  const value = shareA - shareB;
  return {
    value,
    low: value - Math.hypot(shareA - a.low, b.high - shareB),
    high: value + Math.hypot(a.high - shareA, shareB - b.low),
  };
}
