import { KujiError } from './errors.ts';

/** Lets so many pieces of work run at once and turns the next one away. */
export class Turnstile {
  readonly #limit: number;
  #inside = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws KujiError `overloaded` */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#limit) {
      throw new KujiError('overloaded', `${this.#limit} requests of this kind are under way already.`);
    }
    this.#inside++;
    try {
      return await work();
    } finally {
      this.#inside--;
    }
  }
}
