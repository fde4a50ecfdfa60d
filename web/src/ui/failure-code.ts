import type { ProblemCode } from '#core/api.ts';

/** What can go wrong between the page and our server, on top of what the server itself reports. */
export type FailureCode = ProblemCode | 'server-unreachable' | 'server-unreadable' | 'other-version';
