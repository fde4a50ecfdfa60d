import type { DurationAxis } from '../duration-axis.ts';

/** How densely the traces lie along the axis. */
export interface Density {
  /** Evenly spaced from the floor of the axis to its end, in axis units. */
  readonly positions: Float64Array;
  /** Share of the traces per axis unit at each position. */
  readonly values: Float64Array;
  /** Share per axis unit within the zero lane: the traces of 0 µs, spread evenly over its width. */
  readonly zero: number;
}

const GRID = 512;
/** A bump narrower than this share of the axis is a needle that dwarfs every other curve and shows nothing more. */
const LEAST_BANDWIDTH_SHARE = 0.008;
const REACH_IN_BANDWIDTHS = 4;

/**
 * Kernel density estimate of the ascending `latencies` on the axis' own units (decades on a log axis), with a Gaussian kernel.
 *
 * The bandwidth is Silverman's rule of thumb on axis units, 0.9 · min(sd, IQR / 1.34) · n^(−1/5) (Silverman 1986, eq. 3.31), but
 * never under 0.8 % of the axis. What a kernel would put left of the floor is folded back, so that the area under the curve plus
 * the bar in the zero lane is 1, but for what runs over the right end.
 */
export function density(latencies: Float64Array, axis: DurationAxis): Density {
  const floor = axis.zeroLane === undefined ? axis.min : axis.majors[1]!.position;
  const step = (axis.max - floor) / (GRID - 1);
  const positions = Float64Array.from({ length: GRID }, (_, i) => floor + i * step);
  const values = new Float64Array(GRID);
  const n = latencies.length;
  if (n === 0) return { positions, values, zero: 0 };
  const inCurve = axis.zeroLane === undefined ? latencies : latencies.filter((micros) => micros > 0);
  const laneWidth = axis.zeroLane === undefined ? 1 : axis.zeroLane.to - axis.zeroLane.from;
  const zero = (n - inCurve.length) / n / laneWidth;
  if (inCurve.length === 0) return { positions, values, zero };

  const units = inCurve.map(axis.positionOf);
  const bandwidth = Math.max(silverman(units), LEAST_BANDWIDTH_SHARE * (axis.max - floor));
  const weights = linearBins(units, floor, step);
  const reach = Math.ceil((REACH_IN_BANDWIDTHS * bandwidth) / step);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, i) => Math.exp(-0.5 * ((i * step) / bandwidth) ** 2));
  const scale = 1 / (n * bandwidth * Math.sqrt(2 * Math.PI));
  for (let bin = 0; bin < GRID; bin++) {
    const weight = weights[bin]! * scale;
    if (weight === 0) continue;
    for (let away = -reach; away <= reach; away++) {
      const at = Math.abs(bin + away);
      if (at < GRID) values[at]! += weight * kernel[Math.abs(away)]!;
    }
  }
  // The floor is its own mirror image.
  values[0]! *= 2;
  return { positions, values, zero };
}

/** Silverman's bandwidth of ascending numbers; 0 where they do not vary. */
function silverman(ascending: Float64Array): number {
  const n = ascending.length;
  let sum = 0;
  for (const value of ascending) sum += value;
  const mean = sum / n;
  let squares = 0;
  for (const value of ascending) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / Math.max(1, n - 1));
  const quartile = (share: number): number => ascending[Math.round(share * (n - 1))]!;
  const spread = (quartile(0.75) - quartile(0.25)) / 1.34;
  return 0.9 * (spread > 0 ? Math.min(deviation, spread) : deviation) * n ** -0.2;
}

/** Counts on the grid; a value between two positions counts for both, by nearness. */
function linearBins(values: Float64Array, floor: number, step: number): Float64Array {
  const bins = new Float64Array(GRID);
  for (const value of values) {
    const at = Math.min(GRID - 1, Math.max(0, (value - floor) / step));
    const left = Math.min(GRID - 2, Math.floor(at));
    bins[left]! += 1 - (at - left);
    bins[left + 1]! += at - left;
  }
  return bins;
}
