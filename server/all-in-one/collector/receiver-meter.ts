import type { ReceiverCounts } from '#core/api.ts';
import type { Log } from '#core/log.ts';

export type ReceiverName = ReceiverCounts['name'];

/**
 * Why a message was not taken: it is no such message; it is beyond a bound; it is of a kind that is not supported; more came
 * than could be read; or we failed.
 */
export type RejectReason = 'unreadable' | 'too-large' | 'unsupported' | 'overload' | 'failed';

/** Counts what one input takes. */
export interface ReceiverMeter {
  /** A message (request or datagram) was read and its spans were handed on. */
  took(spans: number): void;
  /** A message was not taken. Only the first one of each reason is logged, lest a flood of garbage floods the log. */
  rejected(reason: RejectReason, detail: string): void;
  counts(port: number): ReceiverCounts;
}

const MAX_DETAIL_LENGTH = 200;

export function receiverMeter(name: ReceiverName, log: Log): ReceiverMeter {
  let messages = 0;
  let rejected = 0;
  let spans = 0;
  const logged = new Set<RejectReason>();
  return {
    took: (taken) => {
      messages++;
      spans += taken;
    },
    rejected: (reason, detail) => {
      messages++;
      rejected++;
      if (logged.has(reason)) return;
      logged.add(reason);
      log('warn', 'a message was not taken; further ones like it are only counted', {
        receiver: name,
        reason,
        detail: detail.slice(0, MAX_DETAIL_LENGTH),
      });
    },
    counts: (port) => ({ name, port, messages, rejected, spans }),
  };
}
