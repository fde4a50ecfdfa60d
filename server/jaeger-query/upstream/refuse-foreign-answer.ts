import type { Credentials } from './credentials.ts';
import { faultOfPage } from './fault-of-page.ts';
import { faultOfRedirect } from './fault-of-redirect.ts';
import { faultOfRefusal } from './fault-of-refusal.ts';
import type { UpstreamAnswer } from './upstream-answer.ts';

/** Enough for the title and the form of a page, and for any message. */
const MAX_HEAD_BYTES = 65_536;

/**
 * The answer again, if a query API can have given it: in whatever dialect, none redirects, asks for a login or sends a page of
 * HTML but by failing (a proxy's page for a 502 is told as that failure, by its reader).
 *
 * @throws JaegerFault
 */
export async function refuseForeignAnswer(
  answer: UpstreamAnswer,
  url: URL,
  credentials: Credentials,
): Promise<UpstreamAnswer> {
  const { status } = answer;
  if (status >= 300 && status < 400) throw faultOfRedirect(status, answer.location, url, credentials);
  if (status === 401 || status === 403) {
    throw faultOfRefusal({ status, text: await headOf(answer.body), challenge: answer.challenge }, url, credentials);
  }
  if (status >= 500) return answer;
  const pieces = answer.body[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return { ...answer, body: continued([], pieces) };
  const body = continued([first.value], pieces);
  if (isHtml(first.value)) throw faultOfPage(await headOf(body), url, credentials);
  return { ...answer, body };
}

/** JSON never begins so. */
function isHtml(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, MAX_HEAD_BYTES)).trimStart().startsWith('<');
}

async function* continued(
  begun: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield* begun;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function headOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    if (text.length >= MAX_HEAD_BYTES) break;
  }
  return text.slice(0, MAX_HEAD_BYTES);
}
