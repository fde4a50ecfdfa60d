import { yielder } from '../yield-to-others.ts';

/** A write costs the same for a few bytes as for many, so small pieces are joined to chunks of about this many characters. */
const CHUNK_LENGTH = 64 * 1024;

/** Pieces of text joined to larger ones; other work of the process gets its turn between two pieces. */
export async function* inChunks(pieces: Iterable<string>): AsyncGenerator<string> {
  const giveWay = yielder();
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK_LENGTH) {
      yield chunk;
      chunk = '';
    }
    await giveWay();
  }
  if (chunk !== '') yield chunk;
}
