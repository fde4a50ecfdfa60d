/** The body is no list of Zipkin spans. The text goes back to the sender. */
export class BadZipkin extends Error {
  override readonly name = 'BadZipkin';
}
