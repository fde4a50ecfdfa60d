import {
  isOfNoLoad,
  pathnameOf,
  questionOf,
  type RecordedAnswer,
  type RecordedPhase,
  type RecordedVersion,
  type Reply,
  recordedAnswers,
} from './recorded-answers.ts';
import { composedReplies, type RecordedLoad } from './recorded-composition.ts';

export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

const PHASES_LOADED: readonly RecordedPhase[] = ['legacy', 'byid', 'v3'];

/**
 * What a Jaeger of this version answers to any request, as far as the recordings tell; `undefined` where they do not.
 *
 * A question that was recorded has its answer; one that was recorded more than once has them in turn, as reading changes what 2.20
 * keeps. A path or method that it was never seen to have is refused. Other questions: see `composedReplies`.
 */
export function recordedReplies(version: RecordedVersion, load: RecordedLoad): (asked: Asked) => Reply | undefined {
  const all = recordedAnswers(version);
  const phases = load === 'loaded' ? PHASES_LOADED : [load];
  const answers = all.filter(({ phase }) => phases.includes(phase));
  const ofNoLoad = all.filter(isOfNoLoad);
  const composed = composedReplies(all, answers, load);
  const timesAsked = new Map<string, number>();

  function recorded(asked: Asked, among: readonly RecordedAnswer[]): Reply | undefined {
    const fitting = among.filter((answer) => answer.method === asked.method && hasHeaders(asked, answer));
    const same = fitting.filter((answer) => questionOf(answer.path) === questionOf(asked.path));
    if (same.length === 0) {
      const question = questionOf(asked.path, 'without-raw');
      return fitting.find((answer) => questionOf(answer.path, 'without-raw') === question);
    }
    const withHeaders = same.filter(({ requestHeaders }) => requestHeaders !== undefined);
    const turns = withHeaders.length > 0 ? withHeaders : same;
    const key = turns.map(({ name }) => name).join();
    const times = timesAsked.get(key) ?? 0;
    timesAsked.set(key, times + 1);
    return turns[Math.min(times, turns.length - 1)];
  }

  function refused({ method, path }: Asked): Reply | undefined {
    const route = routeOf(path);
    const isThere = all.some(
      (answer) => answer.method === method && routeOf(answer.path) === route && !isOfNoLoad(answer),
    );
    // HEAD is answered wherever GET is.
    if (isThere || method === 'HEAD' || !route.startsWith('/api/')) return undefined;
    return all.find(({ name }) => name === 'unknown-api');
  }

  return (asked) =>
    recorded(asked, answers) ??
    recorded(asked, ofNoLoad) ??
    refused(asked) ??
    (asked.method === 'GET' ? composed(asked.path) : undefined);
}

function hasHeaders({ headers }: Asked, { requestHeaders = {} }: RecordedAnswer): boolean {
  return Object.entries(requestHeaders).every(([name, value]) => headers[name.toLowerCase()] === value);
}

/** With `*` for what is a name or an id in it. */
function routeOf(path: string): string {
  return pathnameOf(path)
    .replace(/^(\/api\/(?:v3\/)?traces|\/api\/archive|\/trace)\/[^/]+$/, '$1/*')
    .replace(/^\/api\/services\/[^/]+\/operations$/, '/api/services/*/operations')
    .replace(/^\/api\/metrics\/[^/]+$/, '/api/metrics/*');
}
