import { ByteCapture, type Captured } from './byte-capture.ts';

/** A body that is no envelope of Jaeger's, found while splitting it. */
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
  /** It has the key `data`, whatever its value. */
  readonly hasData: boolean;
  /** The value of `errors` as JSON text; `undefined` where the key is absent or the value is longer than 64 kB. */
  readonly errors: string | undefined;
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

/** Of a key and of the value of `errors`. */
const MAX_TEXT_BYTES = 65_536;

/**
 * Cuts the legacy envelope into the elements of its `data` array while the body is still arriving.
 *
 *     {"data":[{"traceID":"a",…},{"traceID":"b",…}],"total":0,…,"errors":[{"code":500,…}]}
 *              └── element ────┘ └── element ────┘                   └── summary.errors ─┘
 *     depth 1 2 3 …
 *
 * Only an element of the array under the top-level key `data` counts: the items of `errors`, and any `data` deeper down,
 * stand at the same depths. Chunks may be cut anywhere, within a character or an escape too. It counts brackets and knows
 * strings but does not check JSON otherwise: whoever parses the elements does.
 */
export class TraceSplitter {
  readonly #maxElementBytes: number;
  #depth = 0;
  #isEnded = false;
  #inString = false;
  #isEscaped = false;
  /** At depth 1: the next string is a key. */
  #expectsKey = true;
  #key: string | undefined;
  #inData = false;
  #hasData = false;
  #errors: string | undefined;
  #capture: 'none' | 'key' | 'errors' | 'element' = 'none';
  readonly #captured = new ByteCapture();

  /** @param maxElementBytes of a longer element only so many bytes are kept */
  constructor(maxElementBytes: number) {
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
      if (this.#depth > 2) {
        at = this.#skipNested(chunk, at);
        if (at === length) break;
      }
      const byte = chunk[at]!;
      if (byte <= SPACE) continue;
      if (this.#depth === 0) this.#checkOutside(byte);
      switch (byte) {
        case QUOTE:
          this.#inString = true;
          if (this.#depth === 1 && this.#expectsKey) this.#startCapture('key', at);
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
          if (this.#depth === 1) this.#expectKey();
          break;
        case COLON:
          if (this.#depth === 1) this.#startValue(at);
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
    return { isComplete: this.#isEnded, hasData: this.#hasData, errors: this.#errors };
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
   * Index of the bracket that leads back to depth 2, or the length of the chunk. Nearly all bytes pass here, so that it
   * knows nothing but strings and depth, and keeps both out of the fields until it ends.
   */
  #skipNested(chunk: Uint8Array, from: number): number {
    const length = chunk.length;
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
        if (depth === 3) break;
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
    if (this.#depth === 2 && byte === OPEN_BRACKET && this.#key === 'data' && !this.#expectsKey) this.#inData = true;
  }

  #close(): void {
    if (this.#depth === 2) this.#inData = false;
    this.#depth--;
    if (this.#depth === 0) this.#isEnded = true;
  }

  #expectKey(): void {
    this.#expectsKey = true;
    this.#key = undefined;
  }

  /** At the colon after a key of the envelope. */
  #startValue(at: number): void {
    this.#expectsKey = false;
    if (this.#key === 'data') this.#hasData = true;
    if (this.#key === 'errors') this.#startCapture('errors', at + 1);
  }

  #startElement(at: number): void {
    if (this.#depth === 2 && this.#inData && this.#capture === 'none') this.#startCapture('element', at);
  }

  /** At a comma or a closing bracket: an element ends at depth 2, a value of the envelope at depth 1. */
  #endValue(chunk: Uint8Array, at: number, elements: Captured[]): void {
    if (this.#depth === 2 && this.#capture === 'element') elements.push(this.#takeCapture(chunk, at));
    else if (this.#depth === 1 && this.#capture === 'errors') this.#errors = textOf(this.#takeCapture(chunk, at));
  }

  #startCapture(capture: 'key' | 'errors' | 'element', from: number): void {
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
