import type { Detected, Detection } from './detect-dialect.ts';
import { SharedWork } from './shared-work.ts';

/** Who asks shares the answer with all who ask meanwhile; `services` is there for those who came for it. */
export interface Found {
  readonly detected: Detected;
  /** Absent where nothing had to be asked. */
  readonly services: readonly string[] | undefined;
}

/**
 * A v3 is looked at again after this time. Unlike a legacy Jaeger, which refuses whatever it has no longer, a Jaeger 1.48 in its
 * place would answer every search, by nothing.
 */
const V3_TRUSTED_MILLIS = 60_000;

/** Knows how the Jaeger of a connection is asked, once it has been found out, until somebody doubts it. */
export class DialectFinder {
  readonly #detect: (signal: AbortSignal) => Promise<Detection>;
  readonly #onDetected: (detected: Detected) => void;
  readonly #clock: () => number;
  #detected: Detected | undefined;
  #detectedAt = 0;
  #search: SharedWork<Detection> | undefined;

  /**
   * @param onDetected called each time it was found out, anew or again
   * @param clock milliseconds
   */
  constructor(
    detect: (signal: AbortSignal) => Promise<Detection>,
    onDetected: (detected: Detected) => void,
    clock: () => number,
  ) {
    this.#detect = detect;
    this.#onDetected = onDetected;
    this.#clock = clock;
  }

  /** @throws JaegerFault, or the reason of `signal` */
  async find(signal: AbortSignal): Promise<Found> {
    if (this.#detected !== undefined && !this.#isStale(this.#detected)) {
      return { detected: this.#detected, services: undefined };
    }
    if (this.#search === undefined || this.#search.isOver) {
      this.#search = new SharedWork((ending) => this.#findOut(ending));
    }
    return await this.#search.join(signal);
  }

  /** It may be asked in another way by now: find out anew, unless somebody has done so already. */
  doubt(detected: Detected): void {
    if (this.#detected === detected) this.#detected = undefined;
  }

  #isStale({ dialect }: Detected): boolean {
    // Less than nothing: the clock was set back, and would else vouch for it until it is where it was.
    const age = this.#clock() - this.#detectedAt;
    return dialect === 'v3' && (age > V3_TRUSTED_MILLIS || age < 0);
  }

  async #findOut(signal: AbortSignal): Promise<Detection> {
    const detection = await this.#detect(signal);
    this.#detected = detection.detected;
    this.#detectedAt = this.#clock();
    this.#onDetected(detection.detected);
    return detection;
  }
}
