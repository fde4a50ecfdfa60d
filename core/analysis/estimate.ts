/** An end that is `undefined` is open: no finite end can be given at 95 %. */
export interface Interval {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** A number with its doubt. */
export interface Estimate extends Interval {
  readonly value: number;
}
