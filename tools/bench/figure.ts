/** One measured number. */
export interface Figure {
  readonly name: string;
  /** NaN where it could not be measured; the name says why. */
  readonly value: number;
  readonly unit: 'ms' | '×' | '%' | 'kB' | 'MB' | '/s';
  /** The most that it should be; undefined where it only explains another one. */
  readonly limit: number | undefined;
}

/** Where and when figures were measured: without it they say nothing. */
export interface Circumstances {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
}

export function isWithin({ value, limit }: Figure): boolean {
  return limit === undefined || !(value > limit);
}
