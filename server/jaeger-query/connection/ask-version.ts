import * as z from 'zod';
import { JaegerFault } from '../jaeger-fault.ts';
import { NO_RETRY } from '../upstream/retry.ts';
import { type Upstream, upstreamUrl, withAnyAnswer } from '../upstream/upstream.ts';

/** The page of Jaeger's UI has some 5 kB; configuration that people add to it stands before the version, at times. */
const MAX_PAGE_CHARACTERS = 262_144;

const MAX_SILENCE_MILLIS = 2_000;

/** As jaeger-query fills its `index.html` in (`static_handler.go`, from 1.13 on): `JAEGER_VERSION = {"gitCommit":…};` */
const VERSION = /JAEGER_VERSION\s*=\s*(\{[^{}]{1,1000}\})/;
const versionInfo = z.object({ gitVersion: z.string().regex(/^v?\d+\.\d+[\w.+-]{0,60}$/) });

/**
 * Which version the page of Jaeger's own UI names, as `v1.76.0`; `undefined` where there is no such page or it names none, as
 * with builds of one's own. Jaeger's API tells no version.
 */
export async function askVersion(upstream: Upstream, signal: AbortSignal): Promise<string | undefined> {
  try {
    // Nobody waits for it, and it takes the place of a question.
    const patience = { timeoutMillis: Math.min(MAX_SILENCE_MILLIS, upstream.timeoutMillis), retry: NO_RETRY };
    const asked = { ...upstream, ...patience };
    const page = await withAnyAnswer(asked, upstreamUrl(upstream.baseUrl, ['']), signal, async ({ status, body }) =>
      status === 200 ? await beginningOf(body) : '',
    );
    return versionIn(page);
  } catch (error) {
    if (error instanceof JaegerFault) return undefined;
    throw error;
  }
}

function versionIn(page: string): string | undefined {
  const info = VERSION.exec(page)?.[1];
  if (info === undefined) return undefined;
  try {
    return versionInfo.safeParse(JSON.parse(info)).data?.gitVersion;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    if (text.length >= MAX_PAGE_CHARACTERS) break;
  }
  return text;
}
