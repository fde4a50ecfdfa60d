import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';

export type Body =
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-encoding'; readonly message: string };

const DECODERS = { gzip: promisify(gunzip), deflate: promisify(inflate), zlib: promisify(inflate) };

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
  if (!isKnown(encoding)) return { kind: 'bad-encoding', message: `unsupported Content-Encoding: ${encoding}` };
  try {
    return { kind: 'body', bytes: await DECODERS[encoding](bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE' ? { kind: 'too-large' } : { kind: 'bad-encoding', message };
  }
}

function isKnown(encoding: string): encoding is keyof typeof DECODERS {
  return Object.hasOwn(DECODERS, encoding);
}
