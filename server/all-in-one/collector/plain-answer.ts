import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '#core/log.ts';
import type { ReceiverMeter } from './receiver-meter.ts';

/** An answer as Go's `http.Error` writes it: a line of text, or nothing but a status. */
export interface PlainAnswer {
  readonly status: number;
  /** With its line end; absent: no body. */
  readonly text?: string;
}

export const ACCEPTED: PlainAnswer = { status: 202 };

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&#34;',
};

export function plainText(status: number, text: string): PlainAnswer {
  return { status, text: `${text}\n` };
}

/** As Go's `html.EscapeString`. */
export function escapedText(text: string): string {
  return text.replace(/[<>&'"]/g, (character) => ESCAPES[character] ?? character);
}

/** Answers every request, with 500 where `answer` fails. */
export function answerWith(
  answer: (request: IncomingMessage) => Promise<PlainAnswer>,
  { meter, log }: { readonly meter: ReceiverMeter; readonly log: Log },
): RequestListener {
  async function answerOrFail(request: IncomingMessage): Promise<PlainAnswer> {
    try {
      return await answer(request);
    } catch (error) {
      // A sender that went away in the middle of its request is no failure of ours.
      if (!request.destroyed) log('error', 'a request to the collector failed', { error });
      meter.rejected('failed', 'internal error, or the sender went away');
      return plainText(500, 'internal error');
    }
  }
  return (request, response) => {
    void answerOrFail(request).then((found) => send(response, found));
  };
}

function send(response: ServerResponse, { status, text }: PlainAnswer): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    ...(text === undefined ? {} : { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }),
    ...(status === 413 ? { Connection: 'close' } : {}),
    'Content-Length': Buffer.byteLength(text ?? ''),
  });
  response.end(text);
}
