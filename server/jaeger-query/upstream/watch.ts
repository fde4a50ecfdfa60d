import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from './place-of.ts';

/** A whole answer, with all that is asked again, may take so many times as long as Jaeger may stay silent. */
const TOTAL_TIMEOUT_FACTOR = 4;

/** Aborts a request whose other side is silent for too long, or which takes too long as a whole. */
export class Watch {
  readonly #timeoutMillis: number;
  readonly #controller = new AbortController();
  readonly #total: NodeJS.Timeout;
  #silence: NodeJS.Timeout;
  #hasAnswered = false;

  constructor(timeoutMillis: number) {
    this.#timeoutMillis = timeoutMillis;
    this.#silence = this.#startSilence();
    this.#total = setTimeout(() => this.#controller.abort('total'), timeoutMillis * TOTAL_TIMEOUT_FACTOR);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A piece of the answer has come. */
  heard(): void {
    this.#hasAnswered = true;
    this.#silence.refresh();
  }

  /** We are silent ourselves, until `resume`. */
  pause(): void {
    clearTimeout(this.#silence);
  }

  /** From here on Jaeger's silence counts, anew. */
  resume(): void {
    clearTimeout(this.#silence);
    this.#silence = this.#startSilence();
  }

  stop(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#total);
    this.#controller.abort('done');
  }

  /** What it means for `url` that the watch has aborted; `undefined` if it has not. */
  fault(url: URL): JaegerFault | undefined {
    const reason: unknown = this.#controller.signal.reason;
    const place = placeOf(url);
    if (reason === 'total') {
      const seconds = (this.#timeoutMillis * TOTAL_TIMEOUT_FACTOR) / 1000;
      return new JaegerFault('jaeger-timeout', `${place} has not finished its answer within ${seconds} s.`);
    }
    if (reason !== 'silence') return undefined;
    const what = this.#hasAnswered ? 'stopped in the middle of its answer for' : 'has not answered within';
    return new JaegerFault('jaeger-timeout', `${place} ${what} ${this.#timeoutMillis / 1000} s.`);
  }

  #startSilence(): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort('silence'), this.#timeoutMillis);
  }
}
