import { seededRandom } from '#core/testing/seeded-random.ts';

/** Choices that depend on a seed alone. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** In [0, 1). */
  next(): number {
    return this.#next();
  }

  /** A whole number from 0 to below `end`; 0 where that is 0. */
  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }
}

/** The numbers of the `index`-th input of a run (splitmix32, so that neighbours have nothing in common). */
export function randomOf(seed: number, index: number): Random {
  let mixed = (Math.imul(seed, 0x9e3779b1) + Math.imul(index, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return new Random((mixed ^ (mixed >>> 15)) >>> 0);
}
