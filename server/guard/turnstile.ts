import { KujiError } from '../errors.ts';

export interface TurnstileLimits {
  /** So many are inside at once. */
  readonly inside: number;
  /** So many wait for their turn; the next one is turned away. */
  readonly waiting: number;
}

/** Lets so many in at once, in the order in which they came. */
export class Turnstile {
  readonly #limits: TurnstileLimits;
  readonly #queue = new Set<() => void>();
  #inside = 0;

  constructor(limits: TurnstileLimits) {
    this.#limits = limits;
  }

  /**
   * Waits for a turn. Who is let in must `leave` once.
   *
   * @throws KujiError `overloaded` where too many wait already, or the reason of the signal
   */
  async enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#inside < this.#limits.inside) {
      this.#inside++;
      return;
    }
    if (this.#queue.size >= this.#limits.waiting) {
      throw new KujiError(
        'overloaded',
        `${this.#inside} requests of this kind are under way, and ${this.#queue.size} wait.`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      const letIn = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.#queue.delete(letIn);
        reject(signal.reason);
      };
      this.#queue.add(letIn);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Whoever has waited longest takes the place. */
  leave(): void {
    const [next] = this.#queue;
    if (next === undefined) {
      this.#inside--;
    } else {
      this.#queue.delete(next);
      next();
    }
  }
}
