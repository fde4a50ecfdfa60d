import type { ProblemCode } from '#core/api.ts';

export type JaegerFaultCode = Extract<ProblemCode, `jaeger-${string}` | 'trace-not-found'>;

/** A question to Jaeger that got no usable answer. */
export class JaegerFault extends Error {
  override readonly name = 'JaegerFault';
  readonly code: JaegerFaultCode;
  /** What happened, and where. */
  readonly detail: string;
  /** What to do, where the catalogue's general advice is not the best. */
  readonly advice: string | undefined;
  /** Jaeger cannot write a number of some trace (NaN, ±Inf) as JSON, and so refuses the whole page. */
  readonly isUnserialisable: boolean;

  constructor(
    code: JaegerFaultCode,
    detail: string,
    options: { readonly advice?: string; readonly isUnserialisable?: boolean; readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.advice = options.advice;
    this.isUnserialisable = options.isUnserialisable ?? false;
  }
}
