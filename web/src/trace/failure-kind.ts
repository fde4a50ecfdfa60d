import type { FailureCode } from '../ui/failure-code.ts';

/** Which words tell a reader that a trace could not be read. */
export type FailureKind = 'notFound' | 'malformed' | 'other';

/** What a failure means for someone who asked for one trace: its id is at fault, or something else that has words of its own. */
export function failureKind(code: FailureCode): FailureKind {
  switch (code) {
    case 'trace-not-found':
    case 'not-found':
      return 'notFound';
    case 'bad-request':
      return 'malformed';
    default:
      return 'other';
  }
}
