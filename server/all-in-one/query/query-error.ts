/** A request that is answered with an error: `status` is HTTP's, the message goes into the envelope. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The value, or a 400 with the message of the parser. */
export function valueOrBadRequest<T>(
  parsed: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string },
  prefix = '',
): T {
  if (parsed.ok) return parsed.value;
  throw new QueryError(400, `${prefix}${parsed.message}`);
}
