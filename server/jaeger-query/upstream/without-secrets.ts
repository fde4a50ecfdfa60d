import { JaegerFault } from '../jaeger-fault.ts';

/** Shorter ones cannot be told from ordinary text. */
const MIN_SECRET_CHARACTERS = 4;

/** So many characters of a secret in a row are hidden even where the rest of it is missing, as texts are cut. */
const TELLING_CHARACTERS = 8;

/**
 * `error`, with an ellipsis for every secret or longer part of one that it repeats: some servers quote the token that they
 * refuse.
 */
export function withoutSecrets(error: unknown, secrets: readonly string[]): unknown {
  if (!(error instanceof JaegerFault)) return error;
  const detail = secrets.reduce(hide, error.detail);
  if (detail === error.detail) return error;
  const { code, advice, isUnserialisable } = error;
  // Not its cause: that may repeat them, too.
  return new JaegerFault(code, detail, { ...(advice === undefined ? {} : { advice }), isUnserialisable });
}

function hide(text: string, secret: string): string {
  if (secret.length < MIN_SECRET_CHARACTERS) return text;
  const width = Math.min(TELLING_CHARACTERS, secret.length);
  const parts = new Set(Array.from({ length: secret.length - width + 1 }, (_, at) => secret.slice(at, at + width)));
  let hidden = '';
  let hiddenTo = 0;
  for (let at = 0; at < text.length; at++) {
    const tells = parts.has(text.slice(at, at + width));
    if (tells && at >= hiddenTo) hidden += '…';
    if (tells) hiddenTo = at + width;
    if (at >= hiddenTo) hidden += text[at];
  }
  return hidden;
}
