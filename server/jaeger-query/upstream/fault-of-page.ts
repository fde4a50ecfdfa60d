import { JaegerFault } from '../jaeger-fault.ts';
import type { Credentials } from './credentials.ts';
import { isLoginPage, loginPageAdvice } from './login-page.ts';
import { placeOf } from './place-of.ts';

const TITLE = /<title[^>]*>([^<]{1,1000})/i;
const MAX_TITLE_CHARACTERS = 80;

/** A page of HTML where JSON was asked for: a login page, the UI of a Jaeger whose API is elsewhere, or another server. */
export function faultOfPage(html: string, url: URL, credentials: Credentials): JaegerFault {
  const title = titleOf(html);
  const named = title === '' ? '' : ` (“${title}”)`;
  const detail = `${placeOf(url)} does not answer as the query API of Jaeger does, but with a page of HTML${named}.`;
  return new JaegerFault('jaeger-not-jaeger', detail, { advice: pageAdvice(html, title, url, credentials) });
}

function pageAdvice(html: string, title: string, url: URL, credentials: Credentials): string {
  if (isLoginPage(html, title)) return loginPageAdvice(credentials);
  const example = `${url.origin}/jaeger`;
  if (/JAEGER_VERSION|JAEGER_CONFIG/.test(html) || title === 'Jaeger UI') {
    return `This is the UI of Jaeger, but its API is not below this address. Where jaeger-query has a base path, it belongs to JAEGER_QUERY_URL: ${example} for --query.base-path=/jaeger.`;
  }
  return `Check JAEGER_QUERY_URL: it names the host and the port of jaeger-query (usually 16686) and, where that has one, its base path: ${example} for --query.base-path=/jaeger.`;
}

/** In one line, and not longer than a title is. */
function titleOf(html: string): string {
  const text = TITLE.exec(html)?.[1] ?? '';
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE_CHARACTERS);
}
