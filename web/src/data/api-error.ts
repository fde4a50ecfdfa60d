import type { ProblemAnswer } from '#core/api.ts';
import type { FailureCode } from '../ui/failure-code.ts';

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
