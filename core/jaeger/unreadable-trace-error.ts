/**
 * A trace that cannot be decoded, among others that can. Expected: whoever reads many traces reports it and goes on.
 */
export class UnreadableTraceError extends Error {
  override readonly name = 'UnreadableTraceError';
  /** 32 hex digits, or empty where even the id could not be read. */
  readonly traceId: string;
  /** Short, for people: what is wrong, and where. */
  readonly reason: string;

  constructor(traceId: string, reason: string, options?: ErrorOptions) {
    super(`trace ${traceId || 'without a readable id'}: ${reason}`, options);
    this.traceId = traceId;
    this.reason = reason;
  }
}
