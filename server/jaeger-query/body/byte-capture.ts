/** A piece of a body. Fewer `bytes` than `length` are what was kept of one that is too long. */
export interface Captured {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Gathers a piece of a body that may reach over any number of chunks, up to a limit. */
export class ByteCapture {
  #limit = 0;
  #from = 0;
  #parts: Uint8Array[] = [];
  #keptBytes = 0;
  #length = 0;

  /** @param from where in the chunk at hand the piece begins */
  start(from: number, limit: number): void {
    this.#limit = limit;
    this.#from = from;
    this.#parts = [];
    this.#keptBytes = 0;
    this.#length = 0;
  }

  /** At the end of a chunk: the piece goes on in the next one. */
  keep(chunk: Uint8Array): void {
    this.#add(chunk.subarray(this.#from));
    this.#from = 0;
  }

  /** The piece ends before `end` of this chunk. */
  take(chunk: Uint8Array, end: number): Captured {
    this.#add(chunk.subarray(this.#from, end));
    const captured = { bytes: concat(this.#parts, this.#keptBytes), length: this.#length };
    this.#parts = [];
    return captured;
  }

  #add(part: Uint8Array): void {
    this.#length += part.length;
    const kept = part.subarray(0, this.#limit - this.#keptBytes);
    if (kept.length === 0) return;
    this.#parts.push(kept);
    this.#keptBytes += kept.length;
  }
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
