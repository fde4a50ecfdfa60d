import { readText } from '../body/read-text.ts';
import { faultOfAnswer, jaegerMessage, notJaeger } from '../upstream/fault-of-answer.ts';
import { placeOf } from '../upstream/place-of.ts';
import { type Upstream, upstreamUrl, withUpstream } from '../upstream/upstream.ts';
import type { V3Dialect } from './v3-dialect.ts';

/** Right but for the attributes, which are no JSON; and a window in which nobody has traces, for those that do not look at them. */
const PROBE = {
  'query.serviceName': 'kuji',
  'query.startTimeMin': '1970-01-01T00:00:00Z',
  'query.startTimeMax': '1970-01-01T00:00:01Z',
  'query.searchDepth': '1',
  'query.rawTraces': 'true',
  'query.attributes': '{',
};

/**
 * Finds out by one search how a Jaeger that has `/api/v3` wants to be asked. What it refuses tells what it has read:
 *
 *     400 malformed parameter query.attributes: …                              2.19 and later
 *     400 query.start_time_min and query.start_time_max are required           before 2.19
 *     404 No traces found, or 200                                              reads the names, not the attributes
 *
 * @throws JaegerFault for any other answer
 */
export async function askV3Dialect(upstream: Upstream, signal: AbortSignal): Promise<V3Dialect> {
  const url = upstreamUrl(upstream.baseUrl, ['api', 'v3', 'traces'], PROBE);
  return await withUpstream(upstream, url, signal, async (answer) => {
    const text = await readText(answer.body);
    const dialect = dialectOf(answer.status, jaegerMessage(text));
    if (dialect !== undefined) return dialect;
    if (answer.status !== 200) throw faultOfAnswer(answer.status, text, url, false);
    if (!text.trimStart().startsWith('{')) throw notJaeger(placeOf(url));
    return { spelling: 'camel', filtersAttributes: false };
  });
}

function dialectOf(status: number, message: string | undefined): V3Dialect | undefined {
  if (status === 400 && message?.includes('query.attributes')) return { spelling: 'camel', filtersAttributes: true };
  if (status === 400 && message?.includes('start_time_min')) return { spelling: 'snake', filtersAttributes: false };
  if (status === 404 && message !== undefined) return { spelling: 'camel', filtersAttributes: false };
  return undefined;
}
