const WORK_MILLIS = 10;

export interface PacerEffects {
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** Lets everything else that waits for the event loop have its turn. */
  readonly letOthersRun: () => Promise<void>;
}

export const realPacerEffects: PacerEffects = {
  now: () => performance.now(),
  letOthersRun: () => new Promise((resolve) => setImmediate(resolve)),
};

/**
 * Keeps long work from blocking the event loop: `await pacer.pause()` between its steps costs next to nothing until 10 ms
 * have been worked, then lets others run.
 */
export class Pacer {
  readonly #effects: PacerEffects;
  #restedAt: number;

  constructor(effects: PacerEffects = realPacerEffects) {
    this.#effects = effects;
    this.#restedAt = effects.now();
  }

  async pause(): Promise<void> {
    if (this.#effects.now() - this.#restedAt < WORK_MILLIS) return;
    await this.#effects.letOthersRun();
    this.#restedAt = this.#effects.now();
  }
}
