/**
 * Work that several wait for and that is done once. It goes on until it is done or nobody waits for it any more: one who
 * leaves does not end it for the others.
 */
export class SharedWork<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;
  #isOver = false;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#result = work(this.#controller.signal);
    const end = () => {
      this.#isOver = true;
    };
    // Also so that a failure has somebody who takes it when all have left.
    this.#result.then(end, end);
  }

  /** It is done, or everybody has left: who comes now must begin anew. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** @throws the reason of `signal`, or what the work throws */
  async join(signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    this.#waiting++;
    try {
      return await Promise.race([this.#result, left]);
    } finally {
      signal.removeEventListener('abort', leave);
      this.#waiting--;
      if (this.#waiting === 0) {
        this.#isOver = true;
        this.#controller.abort(new Error('nobody waits for this any more'));
      }
    }
  }
}
