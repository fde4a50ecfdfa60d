import { yielder } from '../yield-to-others.ts';

export interface QueueLimits {
  readonly maxDatagrams: number;
  readonly maxBytes: number;
}

/**
 * Datagrams that wait for their turn, in the order of arrival. They are handled for a few milliseconds at a time, so that a
 * flood of them keeps nothing else waiting; whatever finds the queue full is dropped.
 */
export class DatagramQueue {
  readonly #handle: (bytes: Buffer) => void;
  readonly #limits: QueueLimits;
  #next: Buffer[] = [];
  #datagrams = 0;
  #bytes = 0;
  #isDraining = false;

  /** @param handle does not throw */
  constructor(handle: (bytes: Buffer) => void, limits: QueueLimits) {
    this.#handle = handle;
    this.#limits = limits;
  }

  /** False where the queue is full and the datagram was dropped. */
  push(bytes: Buffer): boolean {
    const { maxDatagrams, maxBytes } = this.#limits;
    if (this.#datagrams >= maxDatagrams || this.#bytes + bytes.length > maxBytes) return false;
    this.#next.push(bytes);
    this.#datagrams++;
    this.#bytes += bytes.length;
    if (!this.#isDraining) void this.#drain();
    return true;
  }

  async #drain(): Promise<void> {
    this.#isDraining = true;
    const giveWay = yielder();
    while (this.#next.length > 0) {
      const round = this.#next;
      this.#next = [];
      for (const bytes of round) {
        await giveWay();
        this.#datagrams--;
        this.#bytes -= bytes.length;
        this.#handle(bytes);
      }
    }
    this.#isDraining = false;
  }
}
