import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const toZstd = promisify(zstdCompress);

export type Encoding = 'zstd' | 'br' | 'gzip';

/** Fast ones first. A quick level: answers are made once and read once, mostly on the same machine. */
const ENCODERS: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Buffer>>> = {
  zstd: (bytes) => toZstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (bytes) => toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => toGzip(bytes, { level: 1 }),
};

/** The best encoding that an `Accept-Encoding` header allows; `undefined`: send it as it is. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | undefined {
  const accepted = new Set(
    (acceptEncoding ?? '')
      .toLowerCase()
      .split(',')
      .map((item) => item.split(';').map((part) => part.trim()))
      .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
      .map(([name]) => name),
  );
  return (['zstd', 'br', 'gzip'] as const).find((encoding) => accepted.has(encoding));
}

/** Runs outside of the event loop. */
export async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Buffer> {
  return await ENCODERS[encoding](bytes);
}
