/** Bytes that are not a slice of ours. */
export class UnreadableSliceError extends Error {
  override readonly name = 'UnreadableSliceError';
}
