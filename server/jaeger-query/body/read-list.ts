import type * as z from 'zod';
import { JaegerFault } from '../jaeger-fault.ts';
import { notJaeger } from '../upstream/fault-of-answer.ts';
import { placeOf } from '../upstream/place-of.ts';
import { type Upstream, withUpstream } from '../upstream/upstream.ts';
import { readText } from './read-text.ts';
import { refuseFailure } from './refuse-failure.ts';

/** A short answer as `schema` has it. @throws JaegerFault */
export async function readList<T>(upstream: Upstream, url: URL, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  return await withUpstream(upstream, url, signal, async (answer) => {
    await refuseFailure(answer, url, false);
    return parseList(await readText(answer.body), schema, url);
  });
}

function parseList<T>(text: string, schema: z.ZodType<T>, url: URL): T {
  if (!text.trimStart().startsWith('{')) throw notJaeger(placeOf(url));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new JaegerFault('jaeger-unreadable', `${placeOf(url)} answers broken JSON: ${String(cause)}`, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw notJaeger(placeOf(url));
  return parsed.data;
}
