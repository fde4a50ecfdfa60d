/** An answer whose body is still arriving. The body must be read to its end or the request aborted. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly location: string | undefined;
  /** `WWW-Authenticate`: which login is wanted. */
  readonly challenge: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}
