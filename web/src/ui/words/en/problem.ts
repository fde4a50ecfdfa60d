import type { FailureCode } from '../../failure-code.ts';

interface ProblemWords {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly advice: string;
}

const byCode: Readonly<Record<FailureCode, ProblemWords>> = {
  'bad-request': { title: 'The request was not understood.', advice: 'Correct what is named and try again.' },
  'not-found': { title: 'There is nothing at this address.', advice: 'Go back to the start.' },
  'trace-not-found': {
    title: 'Jaeger has no trace with this id.',
    advice: 'It may have been dropped since, or not have arrived yet. Check the id, or try again in a moment.',
  },
  'jaeger-unreachable': {
    title: 'Jaeger cannot be reached.',
    advice: 'Check that it runs and that JAEGER_QUERY_URL names it.',
  },
  'jaeger-timeout': {
    title: 'Jaeger did not answer in time.',
    advice: 'Try a shorter range or fewer traces per request, or wait until it is less busy.',
  },
  'jaeger-refused': {
    title: 'Jaeger did not let us in.',
    advice: 'It asks for a login or a tenant: set JAEGER_BEARER_TOKEN, JAEGER_BASIC_AUTH or JAEGER_TENANT.',
  },
  'jaeger-failed': {
    title: 'Jaeger reported a failure.',
    advice: 'Its own words are below; its log says more. Try again, or with a shorter range.',
  },
  'jaeger-not-jaeger': {
    title: 'What answers there is not jaeger-query.',
    advice: 'Check the address in JAEGER_QUERY_URL and its base path; it must be the query service, not the collector.',
  },
  'jaeger-unreadable': {
    title: 'Jaeger’s answer broke off or cannot be read.',
    advice: 'Try again; if it stays so, try a shorter range.',
  },
  'jaeger-too-large': {
    title: 'Jaeger’s answer is too large.',
    advice: 'Ask for fewer traces per request.',
  },
  'draw-unavailable': {
    title: 'No omikuji app runs beside this dashboard.',
    advice: 'Start Kuji without JAEGER_QUERY_URL to have one.',
  },
  overloaded: { title: 'Kuji is busy.', advice: 'Try again in a moment.' },
  ending: { title: 'Kuji is ending.', advice: 'Try again when it runs again.' },
  'too-many-requests': { title: 'Too many requests.', advice: 'Try again in a minute.' },
  'host-refused': { title: 'Kuji does not go by this name.', advice: 'Add it to KUJI_ALLOWED_HOSTS.' },
  'origin-refused': { title: 'Another site asked.', advice: 'Open Kuji itself, or set KUJI_ALLOWED_HOSTS.' },
  internal: { title: 'Kuji has a fault of its own.', advice: 'Its log says more.' },
  'server-unreachable': { title: 'Kuji’s server does not answer.', advice: 'Check that it still runs.' },
  'server-unreadable': {
    title: 'What answered is not Kuji’s server.',
    advice: 'Load the page anew; something may stand between the page and the server.',
  },
  'other-version': { title: 'Kuji was updated: this page cannot read its answer.', advice: 'Load the page anew.' },
};

export const problem = {
  byCode,
  since: (clock: string) => `Jaeger has not answered since ${clock}.`,
  stillHere: (n: string) =>
    n === '1'
      ? 'The trace read before is still here; nothing newer can arrive.'
      : `The ${n} traces read before are still here; nothing newer can arrive.`,
  triesAgain: 'It is tried again every few seconds.',
  details: 'Details',
};
