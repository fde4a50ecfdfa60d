import { faultOfAnswer } from '../upstream/fault-of-answer.ts';
import type { UpstreamAnswer } from '../upstream/upstream-answer.ts';
import { readText } from './read-text.ts';

/**
 * Reads the body of an answer that is no success.
 *
 * @param isTraceLookup a 404 in Jaeger's own words means that there is no such trace
 * @throws JaegerFault for every status but 200
 */
export async function refuseFailure(answer: UpstreamAnswer, url: URL, isTraceLookup: boolean): Promise<void> {
  if (answer.status !== 200) throw faultOfAnswer(answer.status, await readText(answer.body), url, isTraceLookup);
}
