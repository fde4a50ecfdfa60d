/** The body is not an OTLP request. The message goes back to the sender. */
export class BadOtlp extends Error {
  override readonly name = 'BadOtlp';
}
