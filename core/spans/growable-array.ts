/** The typed arrays that columns are made of. */
export type ColumnArray = Float64Array | Int32Array | Uint8Array;

/** A typed array that grows by doubling. Owned by one builder; `view()` is what others see. */
export class GrowableArray<A extends ColumnArray> {
  #data: A;
  #length = 0;
  readonly #allocate: (length: number) => A;

  constructor(allocate: (length: number) => A, capacity = 1024) {
    this.#allocate = allocate;
    this.#data = allocate(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) this.#grow(this.#length + 1);
    this.#data[this.#length++] = value;
  }

  /** Appends `values[from] … values[to − 1]`. */
  append(values: ArrayLike<number>, from: number, to: number): void {
    const length = this.#length + to - from;
    if (length > this.#data.length) this.#grow(length);
    for (let i = from, at = this.#length; i < to; i++, at++) this.#data[at] = values[i]!;
    this.#length = length;
  }

  /** Overwrites one value below `length`; a RangeError elsewhere. */
  set(index: number, value: number): void {
    if (index < 0 || index >= this.#length) throw new RangeError(`index ${index} of ${this.#length}`);
    this.#data[index] = value;
  }

  /** What is there now, without a copy. Later growth leaves it as it is; `set` may show through. */
  view(): A {
    return this.#data.subarray(0, this.#length) as A;
  }

  #grow(length: number): void {
    const next = this.#allocate(Math.max(length, this.#data.length * 2));
    next.set(this.#data);
    this.#data = next;
  }
}
