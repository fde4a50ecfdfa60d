import { readFileSync } from 'node:fs';

const RECORDINGS = new URL('../../../core/jaeger/recordings/jaeger/', import.meta.url);

export type RecordedVersion = '2.20' | 'main';

export type RecordedDialect = 'legacy' | 'v3';

/** A process that was loaded, then asked: see the README of the recordings. */
export type RecordedPhase = 'empty' | 'legacy' | 'byid' | 'v3' | 'nan' | 'zero' | 'udp' | 'http' | 'zipkin';

/** The answer of a jaeger-query to one request. */
export interface RecordedAnswer {
  readonly name: string;
  readonly phase: RecordedPhase;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: string;
  readonly body: Buffer;
}

export type Reply = Pick<RecordedAnswer, 'status' | 'headers' | 'body'>;

/** What the query server of a version was asked, in that order; not what was sent to its receivers. */
export function recordedAnswers(version: RecordedVersion): readonly RecordedAnswer[] {
  const folder = new URL(`${version}/`, RECORDINGS);
  const index: readonly (RecordedAnswer & { readonly port?: number })[] = JSON.parse(
    readFileSync(new URL('index.json', folder), 'utf8'),
  );
  return index
    .filter(({ port }) => port === undefined)
    .map((answer) => ({ ...answer, body: readFileSync(new URL(answer.file, folder)) }));
}

export function pathnameOf(path: string): string {
  return new URL(path, ORIGIN).pathname;
}

export function parametersOf(path: string): URLSearchParams {
  return new URL(path, ORIGIN).searchParams;
}

/** Path and set of parameters: the same for the same question. Without raw, which changes how traces are told, not which. */
export function questionOf(path: string, raw: 'with-raw' | 'without-raw' = 'with-raw'): string {
  const parameters = Array.from(parametersOf(path), ([key, value]) => `${key}=${value}`);
  const kept = raw === 'with-raw' ? parameters : parameters.filter((one) => !RAW.test(one));
  return [pathnameOf(path), ...kept.sort()].join('\n');
}

const ORIGIN = 'http://jaeger.invalid';
const RAW = /^(query\.)?raw(_?traces)?=true$/i;

/** Is it nothing but what every Jaeger of this version says, whatever it holds: its page, or that there is no such path? */
export function isOfNoLoad({ status, headers, body, method }: RecordedAnswer): boolean {
  const isPage = method === 'GET' && headers['Content-Type']?.startsWith('text/html') === true;
  return isPage || (status === 404 && body.equals(NO_PAGE));
}

const NO_PAGE = Buffer.from('404 page not found\n');
