import { JaegerFault } from '../jaeger-fault.ts';

/** Shorter ones cannot be told from ordinary text. */
const MIN_SECRET_CHARACTERS = 4;

/** `error`, with an ellipsis for every secret that its texts repeat: some proxies quote the token that they refuse. */
export function withoutSecrets(error: unknown, secrets: readonly string[]): unknown {
  const told = secrets.filter((secret) => secret.length >= MIN_SECRET_CHARACTERS);
  if (!(error instanceof JaegerFault) || !told.some((secret) => error.detail.includes(secret))) return error;
  const detail = told.reduce((text, secret) => text.replaceAll(secret, '…'), error.detail);
  const { code, advice, isUnserialisable } = error;
  // Not its cause: that may repeat them, too.
  return new JaegerFault(code, detail, { ...(advice === undefined ? {} : { advice }), isUnserialisable });
}
