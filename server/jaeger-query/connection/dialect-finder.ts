import type { Detected, Detection } from './detect-dialect.ts';
import { SharedWork } from './shared-work.ts';

/** Who asks shares the answer with all who ask meanwhile; `services` is there for those who came for it. */
export interface Found {
  readonly detected: Detected;
  /** Absent where nothing had to be asked. */
  readonly services: readonly string[] | undefined;
}

/** Knows how the Jaeger of a connection is asked, once it has been found out, until somebody doubts it. */
export class DialectFinder {
  readonly #detect: (signal: AbortSignal) => Promise<Detection>;
  readonly #onDetected: (detected: Detected) => void;
  #detected: Detected | undefined;
  #search: SharedWork<Detection> | undefined;

  /**
   * @param onDetected called each time it was found out, anew or again
   */
  constructor(detect: (signal: AbortSignal) => Promise<Detection>, onDetected: (detected: Detected) => void) {
    this.#detect = detect;
    this.#onDetected = onDetected;
  }

  /** @throws JaegerFault, or the reason of `signal` */
  async find(signal: AbortSignal): Promise<Found> {
    if (this.#detected !== undefined) return { detected: this.#detected, services: undefined };
    if (this.#search === undefined || this.#search.isOver) {
      this.#search = new SharedWork((ending) => this.#findOut(ending));
    }
    return await this.#search.join(signal);
  }

  /** It may be asked in another way by now: find out anew, unless somebody has done so already. */
  doubt(detected: Detected): void {
    if (this.#detected === detected) this.#detected = undefined;
  }

  async #findOut(signal: AbortSignal): Promise<Detection> {
    const detection = await this.#detect(signal);
    this.#detected = detection.detected;
    this.#onDetected(detection.detected);
    return detection;
  }
}
