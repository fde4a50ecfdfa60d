import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { constants, gunzip, inflate, zstdDecompress } from 'node:zlib';

export type Body =
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-encoding'; readonly message: string };

/** What a body may ask for as memory of what came before: 16 MiB, as large as a body may be. */
const ZSTD_MAX_WINDOW_LOG = 24;

interface Bound {
  readonly maxOutputLength: number;
}

const asyncGunzip = promisify<Buffer, Bound, Buffer>(gunzip);
const asyncInflate = promisify<Buffer, Bound, Buffer>(inflate);
const asyncZstd = promisify<Buffer, Bound & { params: Record<number, number> }, Buffer>(zstdDecompress);

const DECODERS: ReadonlyMap<string, (bytes: Buffer, bound: Bound) => Promise<Buffer>> = new Map([
  ['gzip', asyncGunzip],
  ['deflate', asyncInflate],
  ['zlib', asyncInflate],
  [
    'zstd',
    (bytes, bound) => asyncZstd(bytes, { ...bound, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_MAX_WINDOW_LOG } }),
  ],
]);

/**
 * The body of a request, decompressed, of at most `maxBytes` both before and after that. A body that is larger is read to its
 * end or up to four times the bound, and thrown away, so that the sender hears the answer instead of a broken connection.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > 4 * maxBytes) break;
  }
  if (size > maxBytes) return { kind: 'too-large' };
  return decompress(Buffer.concat(chunks), request.headers['content-encoding'] ?? 'identity', maxBytes);
}

async function decompress(bytes: Buffer, encoding: string, maxBytes: number): Promise<Body> {
  if (encoding === 'identity' || encoding === '') return { kind: 'body', bytes };
  const decode = DECODERS.get(encoding);
  if (decode === undefined) return { kind: 'bad-encoding', message: `unsupported Content-Encoding: ${encoding}` };
  try {
    return { kind: 'body', bytes: await decode(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? { kind: 'too-large' } : { kind: 'bad-encoding', message };
  }
}
