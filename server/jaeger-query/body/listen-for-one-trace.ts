import type { Trace } from '#core/trace/trace.ts';
import type { SearchListener } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from '../upstream/place-of.ts';

/** For the lookup of one trace, where one that cannot be read is a failure. Puts into `found` what came. */
export function listenForOneTrace(found: Trace[], url: URL): SearchListener {
  return {
    onTrace: (trace) => void found.push(trace),
    onUnreadable: ({ reason }) => {
      throw new JaegerFault('jaeger-unreadable', `${placeOf(url)} gives a trace that cannot be read: ${reason}`);
    },
    onBytes: () => undefined,
  };
}
