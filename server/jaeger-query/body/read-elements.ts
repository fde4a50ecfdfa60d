import { JaegerFault } from '../jaeger-fault.ts';
import { jaegerMessage, notJaeger } from '../upstream/fault-of-answer.ts';
import { placeOf } from '../upstream/place-of.ts';
import type { UpstreamAnswer } from '../upstream/upstream-answer.ts';
import type { BodyFormat } from './body-format.ts';
import { type BodySummary, SplitFault } from './element-splitter.ts';
import { type ElementListener, streamElements } from './stream-elements.ts';
import { MAX_TRACE_BYTES } from './too-long-trace.ts';

/**
 * The elements of a successful answer one by one, none longer than a trace may be.
 *
 * @throws JaegerFault where the body is no answer of this format, tells of a failure or is not whole; elements given to the
 *   listener before are no result then
 */
export async function readElements(
  answer: UpstreamAnswer,
  url: URL,
  format: BodyFormat,
  listener: ElementListener,
): Promise<void> {
  const { isComplete, isEmpty, hasPath, failure } = await splitOrRefuse(answer, url, format, listener);
  const place = placeOf(url);
  if (!isComplete) {
    throw new JaegerFault('jaeger-unreadable', `The answer of ${place} ends before it is complete.`);
  }
  const message = jaegerMessage(`{"${format.failureKey}":${failure ?? 'null'}}`);
  if (message !== undefined) throw new JaegerFault('jaeger-failed', `${place}: ${message}`);
  if (!hasPath && !(isEmpty && format.canBeEmpty)) throw notJaeger(place);
}

async function splitOrRefuse(
  answer: UpstreamAnswer,
  url: URL,
  format: BodyFormat,
  listener: ElementListener,
): Promise<BodySummary> {
  try {
    return await streamElements(answer.body, format, MAX_TRACE_BYTES, listener);
  } catch (error) {
    if (!(error instanceof SplitFault)) throw error;
    switch (error.reason) {
      case 'not-an-object':
        throw notJaeger(placeOf(url));
      case 'garbage':
        throw new JaegerFault('jaeger-unreadable', `${placeOf(url)}: ${error.message}.`, { cause: error });
    }
  }
}
