import type { BodyFormat } from './body-format.ts';
import { ByteCapture, type Captured } from './byte-capture.ts';

/** A body that is no JSON object, found while splitting it. */
export class SplitFault extends Error {
  override readonly name = 'SplitFault';
  /** `not-an-object`: does not begin with `{`. `garbage`: goes on after its end. */
  readonly reason: 'not-an-object' | 'garbage';

  constructor(reason: SplitFault['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What is known of a body after its last byte. */
export interface BodySummary {
  /** The outermost object was closed. False for a body that broke off. */
  readonly isComplete: boolean;
  /** The outermost object has no key at all: `{}`. */
  readonly isEmpty: boolean;
  /** It has the first key of the path, whatever its value. */
  readonly hasPath: boolean;
  /** The value of the failure key as JSON text; `undefined` where the key is absent or the value is longer than 64 kB. */
  readonly failure: string | undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** The bit in which a brace differs from the bracket of the same side. */
const CURLY = 0x20;
const SPACE = 0x20;

/** Of a key and of the value of the failure key. */
const MAX_TEXT_BYTES = 65_536;

/**
 * Cuts a body into the elements of one array of it while it is still arriving. With the path `result`, `resourceSpans`:
 *
 *     {"result":{"resourceSpans":[{"resource":…},{"resource":…}]},"error":{"httpCode":500,…}}
 *                                 └─ element ──┘ └─ element ──┘           └─ summary.failure ┘
 *     depth 1   2                3 4 …
 *
 * Only the array at the very path counts: the same keys deeper down, in another order or below another key lead nowhere, nor
 * do keys of a failure. Chunks may be cut anywhere, within a character or an escape too. It counts brackets and knows strings
 * but does not check JSON otherwise: whoever parses the elements does.
 */
export class ElementSplitter {
  readonly #path: readonly string[];
  readonly #failureKey: string;
  readonly #maxElementBytes: number;
  #depth = 0;
  /** All that stands deeper is skipped: here are the keys of an object on the path, or the elements. */
  #watchedDepth = 1;
  #isEnded = false;
  #inString = false;
  #isEscaped = false;
  /** At the watched depth, outside of the array: the next string is a key. */
  #expectsKey = true;
  #key: string | undefined;
  #inArray = false;
  #isEmpty = true;
  #hasPath = false;
  #failure: string | undefined;
  #capture: 'none' | 'key' | 'failure' | 'element' = 'none';
  readonly #captured = new ByteCapture();

  /** @param maxElementBytes of a longer element only so many bytes are kept */
  constructor({ path, failureKey }: BodyFormat, maxElementBytes: number) {
    this.#path = path;
    this.#failureKey = failureKey;
    this.#maxElementBytes = maxElementBytes;
  }

  /** The elements that `chunk` completes, in their order. @throws SplitFault */
  push(chunk: Uint8Array): readonly Captured[] {
    const elements: Captured[] = [];
    const length = chunk.length;
    for (let at = 0; at < length; at++) {
      if (this.#inString) {
        at = this.#skipString(chunk, at);
        if (at === length) break;
        if (this.#capture === 'key') this.#key = keyOf(this.#takeCapture(chunk, at + 1));
        continue;
      }
      if (this.#depth > this.#watchedDepth) {
        at = this.#skipNested(chunk, at);
        if (at === length) break;
      }
      const byte = chunk[at]!;
      if (byte <= SPACE) continue;
      if (this.#depth === 0) this.#checkOutside(byte);
      switch (byte) {
        case QUOTE:
          this.#inString = true;
          if (this.#expectsKey && !this.#inArray) this.#startKey(at);
          else this.#startElement(at);
          break;
        case OPEN_BRACE:
        case OPEN_BRACKET:
          this.#open(byte, at);
          break;
        case CLOSE_BRACE:
        case CLOSE_BRACKET:
          this.#endValue(chunk, at, elements);
          this.#close();
          break;
        case COMMA:
          this.#endValue(chunk, at, elements);
          if (!this.#inArray) this.#expectKey();
          break;
        case COLON:
          if (!this.#inArray) this.#startValue(at);
          break;
        default:
          this.#startElement(at);
      }
    }
    if (this.#capture !== 'none') this.#captured.keep(chunk);
    return elements;
  }

  /** What the body was, after its last chunk. */
  end(): BodySummary {
    return { isComplete: this.#isEnded, isEmpty: this.#isEmpty, hasPath: this.#hasPath, failure: this.#failure };
  }

  /** Index of the quote that ends the string, or the length of the chunk. */
  #skipString(chunk: Uint8Array, from: number): number {
    const at = endOfString(chunk, this.#isEscaped ? from + 1 : from);
    this.#inString = at >= chunk.length;
    // A backslash at the very end escapes the first byte of the next chunk.
    this.#isEscaped = at > chunk.length;
    return Math.min(at, chunk.length);
  }

  /**
   * Index of the bracket that leads back to the watched depth, or the length of the chunk. Nearly all bytes pass here, so that
   * it knows nothing but strings and depth, and keeps both out of the fields until it ends.
   */
  #skipNested(chunk: Uint8Array, from: number): number {
    const length = chunk.length;
    const lastDepth = this.#watchedDepth + 1;
    let depth = this.#depth;
    let at = from;
    for (; at < length; at++) {
      const byte = chunk[at]!;
      if (byte === QUOTE) {
        at = endOfString(chunk, at + 1);
        if (at >= length) {
          this.#inString = true;
          this.#isEscaped = at > length;
          break;
        }
      } else if ((byte | CURLY) === OPEN_BRACE) depth++;
      else if ((byte | CURLY) === CLOSE_BRACE) {
        if (depth === lastDepth) break;
        depth--;
      }
    }
    this.#depth = depth;
    return Math.min(at, length);
  }

  /** Outside of everything only the opening brace may stand. */
  #checkOutside(byte: number): void {
    if (this.#isEnded) throw new SplitFault('garbage', 'the body goes on after its end');
    if (byte !== OPEN_BRACE) throw new SplitFault('not-an-object', 'the body is no JSON object');
  }

  #open(byte: number, at: number): void {
    this.#startElement(at);
    this.#depth++;
    if (this.#depth === 1 || this.#inArray || this.#expectsKey) return;
    if (this.#key !== this.#path[this.#watchedDepth - 1]) return;
    const isArray = this.#watchedDepth === this.#path.length;
    if (byte !== (isArray ? OPEN_BRACKET : OPEN_BRACE)) return;
    this.#watchedDepth = this.#depth;
    this.#inArray = isArray;
    this.#expectKey();
  }

  #close(): void {
    if (this.#depth === this.#watchedDepth && this.#depth > 1) {
      this.#watchedDepth--;
      this.#inArray = false;
      // The value of a key has ended: nothing counts until the next comma.
      this.#expectsKey = false;
      this.#key = undefined;
    }
    this.#depth--;
    if (this.#depth === 0) this.#isEnded = true;
  }

  #expectKey(): void {
    this.#expectsKey = true;
    this.#key = undefined;
  }

  #startKey(at: number): void {
    this.#isEmpty = false;
    this.#startCapture('key', at);
  }

  /** At the colon after a key of an object on the path. */
  #startValue(at: number): void {
    this.#expectsKey = false;
    if (this.#depth > 1) return;
    if (this.#key === this.#path[0]) this.#hasPath = true;
    if (this.#key === this.#failureKey) this.#startCapture('failure', at + 1);
  }

  #startElement(at: number): void {
    if (this.#inArray && this.#depth === this.#watchedDepth && this.#capture === 'none')
      this.#startCapture('element', at);
  }

  /** At a comma or a closing bracket of the watched depth: an element ends, or the value of a key. */
  #endValue(chunk: Uint8Array, at: number, elements: Captured[]): void {
    if (this.#depth !== this.#watchedDepth) return;
    if (this.#capture === 'element') elements.push(this.#takeCapture(chunk, at));
    else if (this.#capture === 'failure') this.#failure = textOf(this.#takeCapture(chunk, at));
  }

  #startCapture(capture: 'key' | 'failure' | 'element', from: number): void {
    this.#capture = capture;
    this.#captured.start(from, capture === 'element' ? this.#maxElementBytes : MAX_TEXT_BYTES);
  }

  #takeCapture(chunk: Uint8Array, end: number): Captured {
    this.#capture = 'none';
    return this.#captured.take(chunk, end);
  }
}

/**
 * Index of the quote that ends a string; the length of the chunk where it goes on in the next one, and one more where the
 * chunk ends within an escape.
 */
function endOfString(chunk: Uint8Array, from: number): number {
  const length = chunk.length;
  let at = from;
  while (at < length) {
    const byte = chunk[at];
    if (byte === QUOTE) return at;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return at;
}

/** The key as JSON reads it, escapes resolved; `undefined` for a broken or endless one. */
function keyOf(captured: Captured): string | undefined {
  const json = textOf(captured);
  if (json === undefined) return undefined;
  try {
    return String(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textOf({ bytes, length }: Captured): string | undefined {
  return bytes.length === length ? new TextDecoder().decode(bytes) : undefined;
}
