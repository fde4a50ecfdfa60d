import type { ProblemCode } from '#core/api.ts';
import type { LogLevel } from '#core/log.ts';
import type { UpstreamFault } from './upstream-fault.ts';

/** A fault of Jaeger, or of the way there, and what comes of it. */
export interface UpstreamFaultRow {
  /** As the table of ARCHITECTURE.md calls it. */
  readonly name: string;
  readonly fault: UpstreamFault;
  readonly seen:
    | {
        readonly kind: 'problem';
        readonly status: number;
        readonly code: ProblemCode;
        /** Stands in the detail of our answer, and in the line of the log. */
        readonly said: string;
      }
    /** The answer is as right as without the fault; the log says this. */
    | { readonly kind: 'nothing'; readonly level: LogLevel; readonly said: string };
}

function problem(status: 502 | 504, code: ProblemCode, said: string): UpstreamFaultRow['seen'] {
  return { kind: 'problem', status, code, said };
}

const MIB = 2 ** 20;

export const UPSTREAM_FAULT_ROWS: readonly UpstreamFaultRow[] = [
  {
    name: 'connection refused',
    fault: { kind: 'refused' },
    seen: problem(502, 'jaeger-unreachable', 'nothing listens there (connection refused)'),
  },
  {
    name: 'connection reset',
    fault: { kind: 'reset' },
    seen: problem(502, 'jaeger-unreachable', 'the connection was closed without an answer'),
  },
  {
    name: 'hangs before its answer',
    fault: { kind: 'hang', where: 'before' },
    seen: problem(504, 'jaeger-timeout', 'has not answered within'),
  },
  {
    name: 'hangs in its body',
    fault: { kind: 'hang', where: 'in-body' },
    seen: problem(504, 'jaeger-timeout', 'stopped in the middle of its answer for'),
  },
  {
    name: 'body truncated, connection closed',
    fault: { kind: 'truncated' },
    seen: problem(502, 'jaeger-unreadable', 'broke off'),
  },
  {
    name: 'half a body',
    fault: { kind: 'half' },
    seen: problem(502, 'jaeger-unreadable', 'ends before it is complete'),
  },
  {
    name: 'chunks broken',
    fault: { kind: 'chunk-broken' },
    seen: problem(502, 'jaeger-unreadable', 'broke off'),
  },
  {
    name: 'gzip broken from the start',
    fault: { kind: 'gzip-broken', where: 'start' },
    seen: problem(502, 'jaeger-unreadable', 'cannot be decompressed'),
  },
  {
    name: 'gzip broken in the middle',
    fault: { kind: 'gzip-broken', where: 'middle' },
    seen: problem(502, 'jaeger-unreadable', 'cannot be decompressed'),
  },
  {
    name: 'gzip bomb, 256 MiB out of 256 KiB',
    fault: { kind: 'gzip-bomb', bytes: 256 * MIB },
    seen: problem(502, 'jaeger-too-large', 'answers with more than'),
  },
  {
    name: 'content length too small',
    fault: { kind: 'wrong-length', announced: 'less' },
    seen: problem(502, 'jaeger-unreadable', 'ends before it is complete'),
  },
  {
    name: 'content length too large',
    fault: { kind: 'wrong-length', announced: 'more' },
    seen: problem(504, 'jaeger-timeout', 'stopped in the middle of its answer for'),
  },
  {
    name: 'HTML',
    fault: { kind: 'html' },
    seen: problem(502, 'jaeger-not-jaeger', 'with a page of HTML (“Welcome”)'),
  },
  {
    name: '401',
    fault: { kind: 'status', status: 401, body: 'who are you' },
    seen: problem(502, 'jaeger-refused', 'answers 401: who are you'),
  },
  {
    name: '403',
    fault: { kind: 'status', status: 403, body: 'not you' },
    seen: problem(502, 'jaeger-refused', 'answers 403: not you'),
  },
  {
    name: '404',
    fault: { kind: 'status', status: 404, body: '404 page not found' },
    seen: problem(502, 'jaeger-not-jaeger', 'answers 404: 404 page not found'),
  },
  {
    name: '429',
    fault: { kind: 'status', status: 429, body: 'slow down' },
    seen: problem(502, 'jaeger-failed', 'answers 429: slow down'),
  },
  {
    name: '500',
    fault: { kind: 'status', status: 500, body: 'panic' },
    seen: problem(502, 'jaeger-failed', 'answers 500: panic'),
  },
  {
    name: '503',
    fault: { kind: 'status', status: 503, body: 'starting' },
    seen: problem(502, 'jaeger-failed', 'answers 503: starting'),
  },
  {
    name: 'redirect loop',
    fault: { kind: 'redirect-loop' },
    seen: problem(502, 'jaeger-not-jaeger', 'redirects (302) to /api/traces'),
  },
  {
    name: 'redirect elsewhere',
    fault: { kind: 'redirect-elsewhere' },
    seen: problem(502, 'jaeger-not-jaeger', 'redirects (307) to http://127.0.0.1:'),
  },
  {
    name: 'host name not found',
    fault: { kind: 'name-unknown' },
    seen: problem(502, 'jaeger-unreachable', 'the host name is not known'),
  },
  {
    name: 'certificate of another host',
    fault: { kind: 'certificate', certificate: 'other-host' },
    seen: problem(502, 'jaeger-unreachable', 'its certificate is for another host'),
  },
  {
    name: 'certificate expired',
    fault: { kind: 'certificate', certificate: 'expired' },
    seen: problem(502, 'jaeger-unreachable', 'its certificate has expired'),
  },
  {
    name: 'one byte of its head after the other',
    fault: { kind: 'drip', where: 'head', everyMillis: 20 },
    seen: problem(504, 'jaeger-timeout', 'has not answered within'),
  },
  {
    name: 'one byte of its body after the other',
    fault: { kind: 'drip', where: 'body', everyMillis: 20 },
    seen: problem(504, 'jaeger-timeout', 'has not finished its answer within'),
  },
  {
    name: 'headers too long',
    fault: { kind: 'head-long' },
    seen: problem(502, 'jaeger-unreachable', 'the headers of its answer are too long'),
  },
  {
    name: 'no HTTP',
    fault: { kind: 'no-http' },
    seen: problem(502, 'jaeger-not-jaeger', 'is not HTTP/1.1'),
  },
  {
    name: 'body of 1 GiB',
    fault: { kind: 'large', bytes: 1024 * MIB },
    seen: problem(502, 'jaeger-too-large', 'answers with more than'),
  },
  {
    name: 'storage restarted',
    fault: { kind: 'storage-away' },
    seen: problem(502, 'jaeger-failed', 'answers 500: gocql: no hosts available in the pool'),
  },
  {
    name: 'upgraded to another dialect',
    fault: { kind: 'upgraded' },
    seen: { kind: 'nothing', level: 'info', said: 'another Jaeger answers now' },
  },
];
