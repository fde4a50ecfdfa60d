/**
 * Bytes with a digest behind them, so that what was cut or changed on the way is told from what was sent. The reader of Arrow believes
 * every length that it finds: one wrong byte can have it make a list of 2³¹ elements. It is no signature: whoever wants to deceive makes
 * a digest, too.
 *
 *     | an Arrow stream, padded to whole words, with its mark of the end | digest, 4 bytes |
 *
 * Other readers of Arrow stop at the mark of the end.
 */
const DIGEST_BYTES = 4;

/** A copy of `bytes`, a whole number of words, with their digest. */
export function sealedBytes(bytes: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(bytes.length + DIGEST_BYTES);
  sealed.set(bytes);
  new DataView(sealed.buffer).setInt32(bytes.length, digestOf(bytes), true);
  return sealed;
}

/** A view of the bytes without their digest; `undefined` where it is not theirs. */
export function unsealedBytes(sealed: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - DIGEST_BYTES;
  if (length < 0 || length % 4 !== 0) return undefined;
  const bytes = sealed.subarray(0, length);
  const digest = new DataView(sealed.buffer, sealed.byteOffset + length).getInt32(0, true);
  return digest === digestOf(bytes) ? bytes : undefined;
}

/** Of words: mixed in, multiplied, and the upper bits brought down (as in MurmurHash). Half a millisecond a MB. */
function digestOf(bytes: Uint8Array): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let digest = bytes.length;
  for (let at = 0; at < bytes.length; at += 4) {
    digest = Math.imul(digest ^ words.getInt32(at, true), 0x9e3779b1);
    digest ^= digest >>> 15;
  }
  return digest | 0;
}
