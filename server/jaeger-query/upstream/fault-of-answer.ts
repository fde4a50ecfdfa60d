import * as z from 'zod';
import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from './place-of.ts';
import { quoted } from './quoted.ts';

/**
 * The parts of Jaeger's answers that tell of failures, sent as text/plain:
 *
 *     legacy   {"data":null,…,"errors":[{"code":500,"msg":"…"}]}
 *     v3       {"error":{"httpCode":500,"message":"…"}}
 */
const legacyFailure = z.object({ errors: z.array(z.object({ msg: z.string() })).min(1) });
const v3Failure = z.object({ error: z.object({ httpCode: z.number(), message: z.string() }) });

/**
 * What it means that Jaeger answered with `status` other than 200 and `text`. Refusals (401, 403), redirects and pages with
 * another status than a failure's never come so far.
 *
 * @param isTraceLookup asked for one trace, where a 404 in an envelope means that there is none
 */
export function faultOfAnswer(status: number, text: string, url: URL, isTraceLookup: boolean): JaegerFault {
  const place = placeOf(url);
  const message = jaegerMessage(text);
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
  if (WANTS_HTTPS.test(text)) {
    return new JaegerFault('jaeger-not-jaeger', `${place} answers ${status}: ${quoted(text)}`, {
      advice: 'It speaks https: JAEGER_QUERY_URL must begin with https://.',
    });
  }
  return new JaegerFault('jaeger-failed', `${place} answers ${status}: ${quoted(text)}`);
}

/** A body with status 200 that is no envelope of Jaeger's, such as the page of its UI. */
export function notJaeger(place: string): JaegerFault {
  return new JaegerFault('jaeger-not-jaeger', `${place} does not answer as the query API of Jaeger does.`);
}

/** Jaeger's own message, if the text is a failure of either dialect. */
export function jaegerMessage(text: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return legacyFailure.safeParse(json).data?.errors[0]?.msg ?? v3Failure.safeParse(json).data?.error.message;
}

/** Both TLS servers of Go and nginx answer so to a request in the clear. */
const WANTS_HTTPS = /HTTP request to an HTTPS server|plain HTTP request was sent to HTTPS port/;

function noSuchApi(place: string, text: string): JaegerFault {
  return new JaegerFault('jaeger-not-jaeger', `${place} answers 404: ${quoted(text)}`, {
    advice:
      'Check JAEGER_QUERY_URL: it names the host and the port of jaeger-query (usually 16686) and, where that has one, its base path: http://jaeger:16686/jaeger for --query.base-path=/jaeger.',
  });
}
