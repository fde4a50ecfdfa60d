/**
 * Lets so many requests run at once; the others wait in the order in which they came. A request keeps its place until its body
 * is read, so that no request may be started from within the reading of another: a chain of such would wait for itself.
 */
export class RequestQueue {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(limit: number) {
    if (limit < 1) throw new RangeError(`${limit} requests at once`);
    this.#free = limit;
  }

  /** Requests that wait. */
  get length(): number {
    return this.#waiting.size;
  }

  /**
   * Runs `work` as soon as there is a place. Who is aborted leaves the queue at once.
   *
   * @throws the reason of `signal`, or what `work` throws
   */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    try {
      return await work();
    } finally {
      this.#passOn();
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.delete(enter);
        reject(signal.reason);
      };
      this.#waiting.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** The place goes from hand to hand, so that nobody who comes later can slip in between. */
  #passOn(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
