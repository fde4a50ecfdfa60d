import * as z from 'zod';
import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from './place-of.ts';

/** The part of Jaeger's envelope that tells of failures: `{"data":null,…,"errors":[{"code":500,"msg":"…"}]}`, sent as text/plain. */
const errorEnvelope = z.object({ errors: z.array(z.object({ msg: z.string() })).min(1) });

const MAX_QUOTED_CHARACTERS = 300;

/**
 * What it means that Jaeger answered with `status` other than 200 and `text`.
 *
 * @param isTraceLookup asked for one trace, where a 404 in an envelope means that there is none
 */
export function faultOfAnswer(status: number, text: string, url: URL, isTraceLookup: boolean): JaegerFault {
  const place = placeOf(url);
  const message = jaegerMessage(text);
  if (status === 401 || status === 403) {
    return new JaegerFault('jaeger-refused', `${place} answers ${status}: ${message ?? quoted(text)}`);
  }
  if (status === 404 && message !== undefined && isTraceLookup) return new JaegerFault('trace-not-found', message);
  if (status === 500 && message?.includes('unsupported value')) {
    return new JaegerFault('jaeger-failed', `${place} answers 500: ${message}`, {
      isUnserialisable: true,
      advice: 'A trace holds a number that is not finite (NaN or infinity), and this Jaeger cannot send it.',
    });
  }
  if (message !== undefined) return new JaegerFault('jaeger-failed', `${place} answers ${status}: ${message}`);
  if (status === 503) {
    return new JaegerFault('jaeger-failed', `${place} answers 503: ${quoted(text)}`, {
      advice: 'Jaeger, or the proxy before it, is probably still starting. Try again in a few seconds.',
    });
  }
  if (status === 404) return noSuchApi(place, text);
  if (looksLikeHtml(text) && status < 500) return notJaeger(place);
  return new JaegerFault('jaeger-failed', `${place} answers ${status}: ${quoted(text)}`);
}

/** A redirect is not followed: it usually leads to a login page, or off the base path. */
export function faultOfRedirect(status: number, location: string | undefined, url: URL): JaegerFault {
  const target = location === undefined ? 'nowhere' : `to ${location.slice(0, MAX_QUOTED_CHARACTERS)}`;
  return new JaegerFault('jaeger-not-jaeger', `${placeOf(url)} redirects (${status}) ${target}.`, {
    advice: 'Set JAEGER_QUERY_URL to the address that it leads to, if that is jaeger-query and not a login page.',
  });
}

/** A body with status 200 that is no envelope of Jaeger's, such as the page of its UI. */
export function notJaeger(place: string): JaegerFault {
  return new JaegerFault('jaeger-not-jaeger', `${place} does not answer as the query API of Jaeger does.`);
}

/** Jaeger's own message, if the text is its envelope. */
export function jaegerMessage(text: string): string | undefined {
  try {
    const parsed = errorEnvelope.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.errors[0]?.msg : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function noSuchApi(place: string, text: string): JaegerFault {
  return new JaegerFault('jaeger-not-jaeger', `${place} answers 404: ${quoted(text)}`, {
    advice:
      'Check JAEGER_QUERY_URL: where jaeger-query has a base path, it belongs to the URL. Jaeger 2.21 and later have given up this API and are not supported yet.',
  });
}

function looksLikeHtml(text: string): boolean {
  return text.trimStart().startsWith('<');
}

function quoted(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '(nothing)';
  if (looksLikeHtml(trimmed)) return '(a page of HTML)';
  return trimmed.slice(0, MAX_QUOTED_CHARACTERS);
}
