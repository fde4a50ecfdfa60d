export type SecretKind = 'bearer-token' | 'basic-auth' | 'tenant';

/** As headers take it on every server: visible ASCII. */
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** What is wrong with a secret, without a word of it; `undefined` where it can be sent. */
export function secretProblem(kind: SecretKind, text: string): string | undefined {
  if (text.trim() === '') return 'it is empty';
  switch (kind) {
    case 'bearer-token':
    case 'tenant':
      return VISIBLE_ASCII.test(text) ? undefined : 'it has a blank, a line end or another character than ASCII’s';
    case 'basic-auth':
      return basicAuthProblem(text);
  }
}

/** Name and password may hold anything but control characters, the name no colon (RFC 7617). */
function basicAuthProblem(text: string): string | undefined {
  if (/\p{Cc}/u.test(text)) return 'it has a line end or another control character';
  if (!text.includes(':')) return 'it has no colon between name and password';
  return text.startsWith(':') ? 'it has no name before the colon' : undefined;
}
