import { TBinaryProtocol, TCompactProtocol, TFramedTransport, Thrift, type TProtocol } from 'thrift';
import { BadThrift } from './bad-thrift.ts';

export type ThriftEncoding = 'compact' | 'binary';

export interface FieldHeader {
  readonly id: number;
  readonly type: Thrift.Type;
}

const KNOWN_TYPES: ReadonlySet<number> = new Set([
  Thrift.Type.BOOL,
  Thrift.Type.BYTE,
  Thrift.Type.DOUBLE,
  Thrift.Type.I16,
  Thrift.Type.I32,
  Thrift.Type.I64,
  Thrift.Type.STRING,
  Thrift.Type.STRUCT,
  Thrift.Type.MAP,
  Thrift.Type.SET,
  Thrift.Type.LIST,
]);

/** The library's transport over a buffer, which refuses any length that is not there before anything is read or made of it. */
class BufferTransport extends TFramedTransport {
  // Fields of the library's that its types leave out.
  declare readonly inBuf: Buffer;
  declare readonly readPos: number;

  get remaining(): number {
    return this.inBuf.length - this.readPos;
  }

  override ensureAvailable(length: number): void {
    const { remaining } = this;
    // The negation also catches NaN.
    if (!(length >= 0 && length <= remaining)) {
      throw new BadThrift(`${length} bytes are announced, but only ${remaining} are left`);
    }
  }
}

/**
 * Reads one message out of a buffer, with the protocols of the Thrift library, safely whatever the bytes are:
 *
 * - no length or number of elements is believed that the rest of the buffer could not hold (every element takes a byte);
 * - what is skipped takes time in proportion to its bytes and is at most 64 levels deep (the library's own bound);
 * - a 64-bit integer is a bigint;
 * - the only error is `BadThrift`.
 */
export class ThriftReader {
  readonly #transport: BufferTransport;
  readonly #protocol: TProtocol;

  constructor(bytes: Buffer, encoding: ThriftEncoding) {
    this.#transport = new BufferTransport(bytes);
    this.#protocol =
      encoding === 'compact' ? new TCompactProtocol(this.#transport) : new TBinaryProtocol(this.#transport);
  }

  get isAtEnd(): boolean {
    return this.#transport.remaining === 0;
  }

  /** The name of the method that a message calls. */
  messageName(): string {
    // Without the version (as old clients write it) the library gives the name as bytes.
    return guarded(() => String(this.#protocol.readMessageBegin().fname));
  }

  /**
   * The fields of a struct. Whoever iterates reads the value of each field, or skips it.
   */
  *fields(): Generator<FieldHeader> {
    this.#protocol.readStructBegin();
    for (;;) {
      const { ftype, fid } = guarded(() => this.#protocol.readFieldBegin());
      if (ftype === Thrift.Type.STOP) break;
      yield { id: fid, type: ftype };
    }
    this.#protocol.readStructEnd();
  }

  /** The header of a list: what it holds, and how often. */
  list(): { readonly type: Thrift.Type; readonly size: number } {
    const { etype, size } = guarded(() => this.#protocol.readListBegin());
    const { remaining } = this.#transport;
    if (!(size >= 0 && size <= remaining)) {
      throw new BadThrift(`${size} elements are announced, but only ${remaining} bytes are left`);
    }
    return { type: etype, size };
  }

  skip(type: Thrift.Type): void {
    if (!KNOWN_TYPES.has(type)) throw new BadThrift(`Unknown data type ${type & 0xff}`);
    try {
      this.#protocol.skip(type);
    } catch (cause) {
      // Nothing but the library runs here, and it also throws a plain Error for a type that it does not know.
      throw asBadThrift(cause);
    }
  }

  bool(): boolean {
    return guarded(() => this.#protocol.readBool());
  }

  i32(): number {
    return guarded(() => this.#protocol.readI32());
  }

  i64(): bigint {
    const { buffer, offset } = guarded(() => this.#protocol.readI64());
    return buffer.readBigInt64BE(offset);
  }

  double(): number {
    return guarded(() => this.#protocol.readDouble());
  }

  string(): string {
    return guarded(() => this.#protocol.readString());
  }

  /** A copy, lest a small value keeps the whole message alive. */
  bytes(): Uint8Array {
    return Uint8Array.from(guarded(() => this.#protocol.readBinary()));
  }
}

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Thrift.TProtocolException ? asBadThrift(error) : error;
  }
}

function asBadThrift(cause: unknown): BadThrift {
  if (cause instanceof BadThrift) return cause;
  return new BadThrift(cause instanceof Error ? cause.message : String(cause), { cause });
}
