import type { FailureCode } from '../data/api-error.ts';

/** Which words tell a reader that a trace could not be read. */
export type FailureKind = 'notFound' | 'malformed' | 'unreachable' | 'other';

/** What a failure means for someone who asked for one trace. */
export function failureKind(code: FailureCode): FailureKind {
  switch (code) {
    case 'trace-not-found':
    case 'not-found':
      return 'notFound';
    case 'bad-request':
      return 'malformed';
    case 'server-unreachable':
    case 'jaeger-unreachable':
    case 'jaeger-timeout':
    case 'jaeger-refused':
      return 'unreachable';
    default:
      return 'other';
  }
}
