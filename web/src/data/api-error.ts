import type { ProblemAnswer, ProblemCode } from '#core/api.ts';

/** What can go wrong between the page and our server, on top of what the server itself reports. */
export type FailureCode = ProblemCode | 'server-unreachable' | 'server-unreadable' | 'other-version';

/** An expected failure of a request to our server, as the page tells it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FailureCode;
  /** The server's own words: what happened and where. Empty where it had none. */
  readonly detail: string;
  /** What it says to do; empty where it says nothing. */
  readonly advice: string;
  readonly fields: NonNullable<ProblemAnswer['fields']>;

  constructor(
    code: FailureCode,
    detail: string,
    options: ErrorOptions & { advice?: string; fields?: ProblemAnswer['fields'] } = {},
  ) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.advice = options.advice ?? '';
    this.fields = options.fields ?? [];
  }
}
