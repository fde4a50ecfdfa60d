import { JaegerFault } from '../jaeger-fault.ts';
import type { Credentials } from './credentials.ts';
import { loginPageAdvice, looksLikeLogin } from './login-page.ts';
import { placeOf } from './place-of.ts';

const MAX_LOCATION_CHARACTERS = 300;

/** A redirect is not followed: it leads to a login page, to https, or off the base path, and login and tenant stay here. */
export function faultOfRedirect(
  status: number,
  location: string | undefined,
  url: URL,
  credentials: Credentials,
): JaegerFault {
  const target = location === undefined ? 'nowhere' : `to ${locationText(location)}`;
  return new JaegerFault('jaeger-not-jaeger', `${placeOf(url)} redirects (${status}) ${target}.`, {
    advice: redirectAdvice(location, url, credentials),
  });
}

function redirectAdvice(location: string | undefined, url: URL, credentials: Credentials): string {
  const target = location !== undefined && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (target !== undefined && (looksLikeLogin(target.hostname) || looksLikeLogin(target.pathname))) {
    return loginPageAdvice(credentials);
  }
  if (target?.protocol === 'https:' && url.protocol === 'http:' && target.host === url.hostname) {
    return 'It wants https. Set JAEGER_QUERY_URL to the same address with https:// instead of http://.';
  }
  return 'Set JAEGER_QUERY_URL to the address that it leads to, if that is jaeger-query and not a login page.';
}

/** Without query and user name: they may hold what is nobody's business. */
function locationText(location: string): string {
  return location
    .slice(0, MAX_LOCATION_CHARACTERS)
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/]*@/, '//');
}
