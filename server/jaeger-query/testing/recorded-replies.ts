import { traceIdOf } from '#core/jaeger/hex-id.ts';
import { memoryPage } from './fake-storage.ts';
import {
  isOfNoLoad,
  questionOf,
  type RecordedAnswer,
  type RecordedPhase,
  type RecordedVersion,
  recordedAnswers,
} from './recorded-answers.ts';
import { recordedSearchOf, searchParametersOf, tagsOf } from './recorded-search.ts';
import { type RecordedDialect, type RecordedTrace, recordedTraces } from './recorded-traces.ts';

export type RecordedLoad = 'loaded' | Exclude<RecordedPhase, 'legacy' | 'byid' | 'v3'>;

export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type Reply = Pick<RecordedAnswer, 'status' | 'headers' | 'body'>;

const PHASES_LOADED: readonly RecordedPhase[] = ['legacy', 'byid', 'v3'];
/** One bad span hides or breaks the others there: what was not asked cannot be told. */
const LOADS_WITH_A_BAD_SPAN: readonly RecordedLoad[] = ['nan', 'zero'];

const ID = /^\/api\/(v3\/)?traces\/([^/]+)$/;
const SEARCH = /^\/api\/(v3\/)?traces$/;

/**
 * What a Jaeger of this version answers to any request, as far as the recordings tell; `undefined` where they do not.
 *
 * A question that was recorded has its answer; one that was recorded more than once has them in turn. A search or an id that was
 * not recorded is answered with the traces that other answers tell, as storage in memory picks them, in the recorded envelope. What
 * Jaeger refuses is refused with the answer that was recorded for the same fault.
 */
export function recordedReplies(version: RecordedVersion, load: RecordedLoad): (asked: Asked) => Reply | undefined {
  const all = recordedAnswers(version);
  const phases = load === 'loaded' ? PHASES_LOADED : [load];
  const answers = all.filter(({ phase }) => phases.includes(phase));
  const timesAsked = new Map<string, number>();
  const told = {
    legacy: recordedTraces(answers, 'legacy'),
    v3: recordedTraces(answers, 'v3'),
  };

  function named(name: string): Reply {
    const answer = all.find((one) => one.name === name);
    if (answer === undefined) throw new Error(`there is no recording ${name}`);
    return answer;
  }

  function exact({ method, path, headers }: Asked, among: readonly RecordedAnswer[]): Reply | undefined {
    const sameHeaders = ({ requestHeaders = {} }: RecordedAnswer) =>
      Object.entries(requestHeaders).every(([key, value]) => headers[key.toLowerCase()] === value);
    const sameMethod = among.filter((answer) => answer.method === method && sameHeaders(answer));
    const same = sameMethod.filter((answer) => questionOf(answer.path) === questionOf(path));
    if (same.length === 0) {
      const question = questionOf(path, 'without-raw');
      return sameMethod.find((answer) => questionOf(answer.path, 'without-raw') === question);
    }
    const withHeaders = same.filter(({ requestHeaders }) => requestHeaders !== undefined);
    const candidates = withHeaders.length > 0 ? withHeaders : same;
    const key = candidates.map(({ name }) => name).join();
    const times = timesAsked.get(key) ?? 0;
    timesAsked.set(key, times + 1);
    return candidates[Math.min(times, candidates.length - 1)];
  }

  /** No such path in this version, or not with this method. */
  function missing({ method, path }: Asked): Reply | undefined {
    const route = routeOf(path);
    const recorded = all.filter((answer) => routeOf(answer.path) === route);
    const isThere = recorded.some((answer) => answer.method === method && !isOfNoLoad(answer));
    if (isThere || method === 'HEAD' || !route.startsWith('/api/')) return undefined;
    return named('unknown-api');
  }

  function byId({ path }: Asked): Reply | undefined {
    const [, v3, text = ''] = ID.exec(pathnameOf(path)) ?? [];
    const dialect: RecordedDialect = v3 === undefined ? 'legacy' : 'v3';
    const prefix = dialect === 'legacy' ? '' : 'v3-';
    if (!/^[0-9a-f]{1,32}$/i.test(text)) return text.length < 16 ? named(`${prefix}trace-id-bad`) : undefined;
    const id = traceIdOf(text);
    const known = answers.find((answer) => answer.status === 200 && isTraceOf(answer, dialect, id));
    const found = told[dialect].filter(({ trace }) => trace.id === id);
    if (known !== undefined || found.length > 0) return known ?? envelope(dialect, found);
    const isElsewhere = [...told.legacy, ...told.v3].some(({ trace }) => trace.id === id);
    return isElsewhere ? undefined : named(`${prefix}trace-id-unknown`);
  }

  function search({ path }: Asked): Reply | undefined {
    const dialect = pathnameOf(path) === '/api/traces' ? 'legacy' : 'v3';
    const parameters = searchParametersOf(new URL(path, 'http://jaeger.invalid').searchParams, dialect);
    if (parameters === undefined) return undefined;
    const refusal = refused(parameters, dialect);
    const wanted = recordedSearchOf(parameters, dialect);
    if (refusal !== undefined || wanted === undefined) return refusal;
    const page = memoryPage(
      told[dialect].map(({ trace }) => trace),
      wanted,
    );
    return envelope(
      dialect,
      page.flatMap(({ id }) => told[dialect].filter(({ trace }) => trace.id === id)),
    );
  }

  function refused(parameters: ReadonlyMap<string, string>, dialect: RecordedDialect): Reply | undefined {
    const limit = parameters.get('limit') ?? '100';
    const isLimitRefused = /^-?\d{1,9}$/.test(limit) && (Number(limit) < 1 || Number(limit) > 100_000);
    if (dialect === 'legacy') return isLimitRefused ? named('error-limit-0') : undefined;
    const start = parameters.get('start');
    const end = parameters.get('end');
    if (!start || !end) return named('v3-error-no-range');
    const tags = parameters.get('tags');
    // Its text names the character at fault, which is another one here.
    if (tags !== undefined && tagsOf(tags) === undefined) return named('v3-error-attributes-bad');
    if (Date.parse(end) < Date.parse(start)) return named('v3-error-min-after-max');
    return isLimitRefused ? named('v3-error-depth-0') : undefined;
  }

  function operations({ path }: Asked): Reply | undefined {
    const service = new URL(path, 'http://jaeger.invalid').searchParams.get('service');
    if (!service || [...told.legacy, ...told.v3].some((one) => hasService(one, service))) return undefined;
    return named(path.startsWith('/api/v3/') ? 'v3-operations-unknown' : 'operations-unknown');
  }

  function envelope(dialect: RecordedDialect, found: readonly RecordedTrace[]): Reply {
    if (dialect === 'v3' && found.length === 0) return named('v3-traces-nomatch');
    const { status, headers } = named(dialect === 'legacy' ? 'trace-1' : 'v3-trace-1');
    const list = found.flatMap(({ elements }) => elements).join();
    const body =
      dialect === 'legacy'
        ? LEGACY_ENVELOPE.replace('[]', () => `[${list}]`)
        : `{"result":{"resourceSpans":[${list}]}}`;
    return { status, headers, body: Buffer.from(body) };
  }

  return (asked) => {
    const recorded = exact(asked, answers) ?? exact(asked, all.filter(isOfNoLoad)) ?? missing(asked);
    if (recorded !== undefined || asked.method !== 'GET' || LOADS_WITH_A_BAD_SPAN.includes(load)) return recorded;
    const path = pathnameOf(asked.path);
    if (ID.test(path)) return byId(asked);
    if (SEARCH.test(path)) return search(asked);
    return /^\/api\/(v3\/)?operations$/.test(path) ? operations(asked) : undefined;
  };
}

const LEGACY_ENVELOPE = '{"data":[],"total":0,"limit":0,"offset":0,"errors":null}';

function isTraceOf({ path, method }: RecordedAnswer, dialect: RecordedDialect, id: string): boolean {
  const [, v3, text = ''] = ID.exec(pathnameOf(path)) ?? [];
  const isOfDialect = (v3 === undefined) === (dialect === 'legacy');
  return method === 'GET' && isOfDialect && /^[0-9a-f]{1,32}$/i.test(text) && traceIdOf(text) === id;
}

function hasService({ trace }: RecordedTrace, service: string): boolean {
  return trace.resources.some((resource) => resource.service === service);
}

function pathnameOf(path: string): string {
  return new URL(path, 'http://jaeger.invalid').pathname;
}

/** With `*` for what is a name or an id in it. */
function routeOf(path: string): string {
  return pathnameOf(path)
    .replace(/^(\/api\/(?:v3\/)?traces|\/api\/archive|\/trace)\/[^/]+$/, '$1/*')
    .replace(/^\/api\/services\/[^/]+\/operations$/, '/api/services/*/operations')
    .replace(/^\/api\/metrics\/[^/]+$/, '/api/metrics/*');
}
