import { traceIdOf } from '#core/jaeger/hex-id.ts';
import { isJaegerOwnService } from '#core/jaeger/jaeger-own-service.ts';
import { memoryPage } from './fake-storage.ts';
import {
  parametersOf,
  pathnameOf,
  type RecordedAnswer,
  type RecordedDialect,
  type RecordedPhase,
  type Reply,
} from './recorded-answers.ts';
import { recordedSearchOf, searchParametersOf, tagsOf } from './recorded-search.ts';
import { areAllSent, isKeyTold, isServiceToldWhole, type RecordedTrace, recordedTraces } from './recorded-traces.ts';

/** What a process held: `loaded` is all of the OTLP requests but the bad ones. */
export type RecordedLoad = 'loaded' | Exclude<RecordedPhase, 'legacy' | 'byid' | 'v3'>;

const ID = /^\/api\/(v3\/)?traces\/([^/]+)$/;
const HEX_ID = /^[0-9a-f]{1,32}$/i;

/**
 * Answers to questions that were not recorded, from what was recorded to others. A search or an id is answered with the traces that
 * other answers tell, as memory picks them, in the recorded envelope; but only where it is certain that they tell all of them. A
 * fault is refused by the answer that was recorded for such a fault. Else there is no answer.
 *
 * @param all of the version
 * @param answers of the process that is asked
 */
export function composedReplies(
  all: readonly RecordedAnswer[],
  answers: readonly RecordedAnswer[],
  load: RecordedLoad,
): (path: string) => Reply | undefined {
  const told = { legacy: recordedTraces(answers, 'legacy'), v3: recordedTraces(answers, 'v3') };
  const everything = [...told.legacy, ...told.v3];
  const isLoadKnown = load === 'loaded' || load === 'empty';

  const isSent = load === 'loaded' && { legacy: areAllSent(told.legacy), v3: areAllSent(told.v3) };

  function isToldWhole(service: string, dialect: RecordedDialect): boolean {
    // It traces itself: there are traces that nobody asked for.
    if (isJaegerOwnService(service)) return false;
    if (isSent) return isSent[dialect];
    return load === 'empty' || isServiceToldWhole(answers, dialect, service);
  }

  function named(name: string): Reply {
    const answer = all.find((one) => one.name === name);
    if (answer === undefined) throw new Error(`there is no recording ${name}`);
    return answer;
  }

  function byId(text: string, dialect: RecordedDialect): Reply | undefined {
    const prefix = dialect === 'legacy' ? '' : 'v3-';
    // Longer ones are refused in words that name them.
    if (!HEX_ID.test(text)) return text.length < 16 ? named(`${prefix}trace-id-bad`) : undefined;
    const id = traceIdOf(text);
    const found = told[dialect].filter(({ trace }) => trace.id === id);
    if (found.length > 0) return envelope(dialect, found);
    const isElsewhere = everything.some(({ trace }) => trace.id === id);
    return isElsewhere || !isLoadKnown ? undefined : named(`${prefix}trace-id-unknown`);
  }

  function search(query: URLSearchParams, dialect: RecordedDialect): Reply | undefined {
    const parameters = searchParametersOf(query, dialect);
    if (parameters === undefined) return undefined;
    const [fault, ...others] = faultsOf(parameters, dialect);
    // Which of several is told first was not recorded.
    if (fault !== undefined) return others.length === 0 ? named(fault) : undefined;
    const wanted = recordedSearchOf(parameters, dialect);
    if (wanted === undefined) return undefined;
    const isCertain =
      isToldWhole(wanted.service, dialect) && wanted.tags.every(({ key }) => isKeyTold(key, told[dialect]));
    if (!isCertain) return undefined;
    const traces = told[dialect].map(({ trace }) => trace);
    const found = memoryPage(traces, wanted).flatMap((trace) => told[dialect].filter((one) => one.trace === trace));
    return envelope(dialect, found);
  }

  function operations(query: URLSearchParams, dialect: RecordedDialect): Reply | undefined {
    const service = query.get('service');
    const isKnown = everything.some(({ trace }) => trace.resources.some((resource) => resource.service === service));
    if (!service || !isLoadKnown || isKnown || isJaegerOwnService(service)) return undefined;
    return named(dialect === 'legacy' ? 'operations-unknown' : 'v3-operations-unknown');
  }

  function envelope(dialect: RecordedDialect, found: readonly RecordedTrace[]): Reply {
    if (dialect === 'v3' && found.length === 0) return named('v3-traces-nomatch');
    const { status, headers } = named(dialect === 'legacy' ? 'trace-1' : 'v3-trace-1');
    const list = found.flatMap(({ elements }) => elements).join();
    const body =
      dialect === 'legacy'
        ? `{"data":[${list}],"total":0,"limit":0,"offset":0,"errors":null}`
        : `{"result":{"resourceSpans":[${list}]}}`;
    return { status, headers, body: Buffer.from(body) };
  }

  return (path) => {
    // One that cannot be read hides others from searches there.
    if (load === 'zero') return undefined;
    const pathname = pathnameOf(path);
    const dialect = pathname.startsWith('/api/v3/') ? 'v3' : 'legacy';
    const [, , id] = ID.exec(pathname) ?? [];
    if (id !== undefined) return byId(id, dialect);
    if (pathname.endsWith('/traces')) return search(parametersOf(path), dialect);
    return pathname.endsWith('/operations') ? operations(parametersOf(path), dialect) : undefined;
  };
}

/** Names of the recordings in which a search was refused for what is wrong with this one. */
function faultsOf(parameters: ReadonlyMap<string, string>, dialect: RecordedDialect): readonly string[] {
  const limit = parameters.get('limit') ?? '100';
  const isLimitRefused = /^-?\d{1,9}$/.test(limit) && (Number(limit) < 1 || Number(limit) > 100_000);
  if (dialect === 'legacy') return isLimitRefused && parameters.get('service') ? ['error-limit-0'] : [];
  const start = parameters.get('start');
  const end = parameters.get('end');
  const tags = parameters.get('tags');
  return [
    ...(start && end ? [] : ['v3-error-no-range']),
    ...(start && end && Date.parse(end) < Date.parse(start) ? ['v3-error-min-after-max'] : []),
    // Its text goes on with the very character at fault, which may be another one here.
    ...(tags !== undefined && tagsOf(tags) === undefined ? ['v3-error-attributes-bad'] : []),
    ...(isLimitRefused ? ['v3-error-depth-0'] : []),
  ];
}
