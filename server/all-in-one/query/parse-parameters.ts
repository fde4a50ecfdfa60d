import { parseGoDuration } from '../go-duration.ts';
import { parseGoBool, parseGoInt } from './go-numbers.ts';
import { QueryError, valueOrBadRequest } from './query-error.ts';

/*
 * Single parameters. As in Go's FormValue, one that is missing and one that is empty are the same, and the first of several
 * counts. All throw QueryError (400).
 */

export function textParameter(parameters: URLSearchParams, name: string): string {
  return parameters.get(name) ?? '';
}

/** @throws QueryError (400) where it is missing */
export function serviceParameter(parameters: URLSearchParams): string {
  const service = textParameter(parameters, 'service');
  if (service === '') throw new QueryError(400, "parameter 'service' is required");
  return service;
}

/** A whole number; undefined where it is missing. */
export function integerParameter(parameters: URLSearchParams, name: string): bigint | undefined {
  const text = textParameter(parameters, name);
  return text === '' ? undefined : valueOrBadRequest(parseGoInt(text, 64), `unable to parse param '${name}': `);
}

/** A Go duration, in nanoseconds; 0 where it is missing. */
export function durationParameter(parameters: URLSearchParams, name: string): bigint {
  const text = textParameter(parameters, name);
  if (text === '') return 0n;
  const parsed = parseGoDuration(text);
  if (parsed.ok) return parsed.nanos;
  throw new QueryError(400, `unable to parse param '${name}': ${parsed.message}`);
}

/** False where it is missing. */
export function booleanParameter(parameters: URLSearchParams, name: string): boolean {
  const text = textParameter(parameters, name);
  return text === '' ? false : valueOrBadRequest(parseGoBool(text), `unable to parse param '${name}': `);
}
