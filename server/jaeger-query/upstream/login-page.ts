import type { Credentials } from './credentials.ts';

const LOGIN_WORD = /(^|[^a-z])(log-?in|sign-?in|auth|oauth2?|oidc|openid|saml|sso|idp)([^a-z]|$)/i;
const PASSWORD_FIELD = /<input\b[^>]*\btype\s*=\s*["']?password/i;
const LOGIN_TITLE = /log\s?-?in|sign\s?-?in|single sign|authenti|ログイン|サインイン/i;

/** Do these words of an address mean a login? */
export function looksLikeLogin(words: string): boolean {
  return LOGIN_WORD.test(words);
}

/** @param title what the page says that it is */
export function isLoginPage(html: string, title: string): boolean {
  return PASSWORD_FIELD.test(html) || LOGIN_TITLE.test(title);
}

/** What to do about a page, or the way to a page, that asks people to log in: Kuji cannot fill it in. */
export function loginPageAdvice({ login, loginVariable }: Credentials): string {
  if (login === 'none') {
    return 'It asks people to log in. Set JAEGER_BEARER_TOKEN (or JAEGER_BASIC_AUTH as name:password) if the login before Jaeger takes one, or JAEGER_QUERY_URL to an address of jaeger-query behind that login.';
  }
  return `It asks people to log in, so that it does not accept ${loginVariable}, or takes no such login. Correct that, or set JAEGER_QUERY_URL to an address of jaeger-query behind the login.`;
}
