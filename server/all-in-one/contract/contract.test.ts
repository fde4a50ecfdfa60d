import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllInOne, startAllInOne } from '../start-all-in-one.ts';
import { comparable } from './testing/comparable-answer.ts';
import { comparedInPart, differs, notPlayed, notServed, requestBodies } from './testing/exceptions.ts';
import { addressOf, sendRecording } from './testing/send-recording.ts';

/*
 * The same input, the same answers as a real Jaeger 2.20: every recorded request is sent to the embedded one. A case is
 * compared, or it stands with its reason in testing/exceptions.ts, where it has an expectation of its own.
 */

const RECORDINGS = new URL('../../../core/jaeger/recordings/', import.meta.url);
const RECORDED_AT = Date.UTC(2026, 10, 23, 19);

interface Recorded {
  readonly name: string;
  readonly phase: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly port?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
}

const read = (path: string): Buffer => readFileSync(new URL(path, RECORDINGS));
const recordings: readonly Recorded[] = JSON.parse(read('jaeger/2.20/index.json').toString());
const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, RECORDINGS))
    .map((name) => `${folder}/${name}`)
    .toSorted();
const everything = filesOf('otlp').filter((path) => /\/[01]/.test(path));

const LOADED: Readonly<Record<string, readonly string[]>> = {
  empty: [],
  legacy: everything,
  byid: everything,
  v3: everything,
  nan: ['otlp/01-demo.json'],
  zero: ['otlp/01-demo.json'],
  udp: filesOf('thrift-udp'),
  http: filesOf('thrift-http'),
  zipkin: [],
};

const index = recordings.filter(({ name }) => notPlayed[name] === undefined);

describe('the recordings', () => {
  it('hold cases of every phase that is played', () => {
    expect(new Set(index.map(({ phase }) => phase))).toEqual(new Set(Object.keys(LOADED)));
  });

  it('hold every case that is named as an exception', () => {
    const names = new Set(recordings.map(({ name }) => name));
    const exceptions = [notPlayed, notServed, comparedInPart, differs, requestBodies].flatMap((table) =>
      Object.keys(table),
    );
    expect(exceptions.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe.each(Object.entries(LOADED))('phase %s', (phase, loaded) => {
  let jaeger: AllInOne;

  beforeAll(async () => {
    jaeger = await startAllInOne({
      host: '127.0.0.1',
      queryPort: 0,
      otlpHttpPort: 0,
      thriftHttpPort: 0,
      thriftCompactPort: 0,
      zipkinPort: 0,
      samplingPort: 0,
      clock: () => RECORDED_AT,
      log: () => undefined,
    });
    for (const path of loaded) await sendRecording(jaeger, path);
  });

  afterAll(() => jaeger.close());

  for (const recorded of index.filter((each) => each.phase === phase)) {
    const { name } = recorded;

    it(`answers ${name} as recorded`, async () => {
      const answer = await ask(jaeger, recorded);
      if (notServed[name] !== undefined) {
        expect(answer).toMatchObject({ status: 404, body: '404 page not found\n' });
        return;
      }
      const asRecorded = {
        status: recorded.status,
        contentType: recorded.contentType,
        nosniff: recorded.headers['X-Content-Type-Options'] ?? null,
        location: recorded.headers.Location ?? null,
        body: bodyOf(name),
      };
      const part = comparedInPart[name]?.part ?? ((whole: unknown) => whole);
      const expected = differs[name]?.instead(asRecorded, bodyOf) ?? asRecorded;
      expect(part(comparable(answer, phase))).toEqual(part(comparable(expected, phase)));
    });
  }
});

function bodyOf(name: string): string {
  const file = index.find((recorded) => recorded.name === name)?.file;
  return file === undefined ? '' : read(`jaeger/2.20/${file}`).toString();
}

async function ask(jaeger: AllInOne, recorded: Recorded) {
  const body = recorded.requestBody === undefined ? requestBodies[recorded.name] : read(recorded.requestBody);
  const response = await fetch(addressOf(jaeger, recorded.port) + recorded.path, {
    method: recorded.method,
    headers: recorded.requestHeaders ?? {},
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    nosniff: response.headers.get('x-content-type-options'),
    location: response.headers.get('location'),
    body: await response.text(),
  };
}
