/** Something that has its place in the order of arrival. */
interface Arrived {
  readonly arrival: number;
}

/**
 * The traces in which one service takes part, in the order in which the *traces* first arrived (a service may join an old
 * trace later). Additions come nearly always at the end, removals always at the front: the oldest trace leaves first.
 */
export class ServiceTraces<T extends Arrived> {
  #items: T[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  add(item: T): void {
    const at = this.#placeAfter(item.arrival);
    if (at > this.#first && this.#items[at - 1] === item) return;
    if (at === this.#items.length) this.#items.push(item);
    else this.#items.splice(at, 0, item);
  }

  /** Where the items begin that arrived later: nearly always at the end, but a late span finds its old trace quickly too. */
  #placeAfter(arrival: number): number {
    let low = this.#first;
    let high = this.#items.length;
    if (high > low && this.#items[high - 1]!.arrival <= arrival) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#items[middle]!.arrival <= arrival) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Forgets the first item if it is this one. */
  removeFirst(item: T): void {
    if (this.#items[this.#first] !== item) return;
    this.#first++;
    if (this.#first * 2 < this.#items.length) return;
    this.#items = this.#items.slice(this.#first);
    this.#first = 0;
  }

  /** A copy, the newest first: it stays as it is while the store goes on. */
  newestFirst(): readonly T[] {
    return this.#items.slice(this.#first).reverse();
  }
}
