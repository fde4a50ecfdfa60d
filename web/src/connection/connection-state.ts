import type { ConnectionAnswer, EmbeddedCounts } from '#core/api.ts';

/** What the indicator says. `dropped`: it answers, but the embedded Jaeger had to let something go. */
export type ConnectionState = ConnectionAnswer['state'] | 'dropped' | 'server-away';

/** The state of an answer of our server, or of its having none. */
export function connectionState(answer: ConnectionAnswer | undefined, hasFailed: boolean): ConnectionState {
  if (hasFailed) return 'server-away';
  if (answer === undefined) return 'unknown';
  return answer.state === 'answers' && answer.embedded !== undefined && lostOf(answer.embedded) > 0
    ? 'dropped'
    : answer.state;
}

/** Traces, spans and messages that are not there though somebody sent them. */
function lostOf({ droppedTraces, droppedSpans, refusedSpans, receivers }: EmbeddedCounts): number {
  return receivers.reduce((sum, { rejected }) => sum + rejected, droppedTraces + droppedSpans + refusedSpans);
}
