import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawTrace } from '../testing/draw-trace.ts';
import type { Trace } from '../trace/trace.ts';
import { decodeLegacyTrace } from './decode-legacy-trace.ts';

const RECORDINGS = new URL('recordings/jaeger/', import.meta.url);
const VERSIONS = ['1.48', '1.76', '2.13', '2.20', 'main'] as const;
type Version = (typeof VERSIONS)[number];

function read(version: Version, file: string): readonly Trace[] {
  const body = JSON.parse(readFileSync(new URL(`${version}/${file}`, RECORDINGS), 'utf8'));
  return body.data.map(decodeLegacyTrace);
}

function draw(version: Version, name: string): string {
  const [trace] = read(version, `${name}.json`);
  return drawTrace(trace!, { isDetailed: true });
}

interface Difference {
  readonly why: string;
  readonly versions: readonly Version[];
  readonly recording: RegExp;
  readonly there: RegExp;
  readonly in220: string;
}

/** What the versions themselves keep differently from 2.20. Whatever else differs is our fault. */
const DIFFERENCES: readonly Difference[] = [
  {
    why: 'v1.48 has the older names of the scope',
    versions: ['1.48'],
    recording: /./,
    there: /otel\.library\./g,
    in220: 'otel.scope.',
  },
  {
    why: 'v1.48 turns bytes into text',
    versions: ['1.48'],
    recording: /^trace-10$/,
    there: /bytes(\.empty)?=\S*$/gm,
    in220: '$& (binary)',
  },
  {
    why: 'up to v2.13 the JSON of an array escapes < and >',
    versions: ['1.48', '1.76', '2.13'],
    recording: /^trace-10$/,
    there: /\\u003c凶\\u003e/g,
    in220: '<凶>',
  },
  {
    why: 'v1.48 keeps exact duplicates, of which the builder drops one',
    versions: ['1.48'],
    recording: /^trace-50$/,
    there: / {2}\[duplicate-span\]/,
    in220: '',
  },
  {
    why: 'v1.48 tells that a duration is negative, by a number near 2^64; the others say 0',
    versions: ['1.48'],
    recording: /^trace-70$/,
    there: / {2}\[negative-duration\]/,
    in220: '',
  },
  {
    why: 'v1.48 has other words for a service without a name',
    versions: ['1.48'],
    recording: /^trace-9[03]$/,
    there: /empty-service-name|OTLPResourceNoServiceName/g,
    in220: 'missing-service-name',
  },
  {
    why: 'v1.48 has other words for a service name that is a number',
    versions: ['1.48'],
    recording: /^trace-92$/,
    there: /empty-service-name/g,
    in220: 'service-name-wrong-type',
  },
  {
    why: 'up to v2.13 an empty span name stays empty',
    versions: ['1.48', '1.76', '2.13'],
    recording: /^trace-94$/,
    there: /^names {2}\(/,
    in220: 'names empty-span-name (',
  },
];

/** A drawing without the room that longer labels need. */
function compact(drawing: string): string {
  return drawing.replaceAll(/ +\|/g, ' |');
}

const BY_ID: readonly string[] = JSON.parse(readFileSync(new URL('main/index.json', RECORDINGS), 'utf8'))
  .filter(({ phase }: { readonly phase: string }) => phase === 'byid')
  .map(({ name }: { readonly name: string }) => name);

describe('traces of the legacy dialect by id', () => {
  it.each(BY_ID)('%s is the same trace in every version of Jaeger', (name) => {
    const in220 = compact(draw('2.20', name));
    for (const version of VERSIONS) {
      const differences = DIFFERENCES.filter((one) => one.versions.includes(version) && one.recording.test(name));
      const drawing = differences.reduce((text, { there, in220: to }) => text.replace(there, to), draw(version, name));
      expect(compact(drawing), version).toBe(in220);
    }
  });

  it('finds all of them', () => {
    expect(BY_ID.length).toBe(33);
  });

  it('reads the draw of the demo', () => {
    expect(`\n${draw('2.20', 'trace-1')}`).toBe(`
demo /handler (server)     |========================================|  0 +1003000
    tag http.request.method=GET
    tag otel.scope.name=omikuji
    tag otel.scope.version=1.0.0
    tag url.path=/
  demo /omikuji (internal) |========================================|  1000 +1001000
      tag omikuji.seed=42 (int64)
      tag otel.scope.name=omikuji
      tag otel.scope.version=1.0.0
      event @1002000 no attributes
      event @1002000 残念でした
        a-first=true (bool)
        message=残念でした
        omikuji=凶
resource demo deployment.environment.name=本番
resource demo host.name=host-a
resource demo service.version=1.2.3
resource demo telemetry.sdk.language=nodejs`);
  });

  it('tells parents from links', () => {
    expect(`\n${draw('1.48', 'trace-30')}`).toBe(`
links root, links elsewhere (server)               |========================================|  0 +10000
    link 5af7183fb1d4cf5f0000000000000001 abc0000000000101
    link 5af7183fb1d4cf5f0000000000000002 abc0000000000201
    link 5af7183fb1d4cf5f0000000000000003 abc0000000000301
    link 5af7183fb1d4cf5f000000000000001f abc0000000003fff
  links child, link to its parent (internal)       |    ========                            |  1000 +2000
    links no parent, link in same trace (consumer) |                    ========            |  5000 +2000
  links child, follows_from its parent (internal)  |        ========                        |  2000 +2000
  links child, link to a sibling (internal)        |                        ========        |  6000 +2000
      link 5af7183fb1d4cf5f000000000000001e abc0000000003002`);
  });

  it('puts orphans at the top level', () => {
    expect(`\n${draw('1.76', 'trace-40')}`).toBe(`
odd root                        |========================================|  0 +10000
odd orphan, parent not in trace |        ============                    |  2000 +3000  [orphan]
  odd child of the orphan       |            ====                        |  3000 +1000
resource odd host.name=h1`);
    expect(`\n${draw('main', 'trace-41')}`).toBe(`
odd only an orphan |========================================|  0 +3000  [no-root, orphan]
resource odd host.name=h1`);
  });

  it('takes the earliest of several roots, and cuts cycles', () => {
    expect(`\n${draw('2.13', 'trace-42')}`).toBe(`
odd first root  |=================                       |  0 +3000
odd second root |                       =================|  4000 +3000  [several-roots]
resource odd host.name=h1`);
    expect(`\n${draw('2.20', 'trace-43')}`).toBe(`
odd cycle a   |========================================|  0 +3000  [no-root, cycle]
  odd cycle b |             ==============             |  1000 +1000
resource odd host.name=h1`);
    expect(`\n${draw('2.20', 'trace-44')}`).toBe(`
odd its own parent |========================================|  0 +3000  [no-root, cycle]
resource odd host.name=h1`);
  });

  it('keeps one of a span sent twice, and both of two that share an id', () => {
    expect(`\n${draw('1.48', 'trace-50')}`).toBe(`
dup root                         |========================================|  0 +10000
  dup exact duplicate (internal) |    ========                            |  1000 +2000  [duplicate-span]
      tag k=v
      event @2000 e
  dup same id, first             |                ====                    |  4000 +1000
    dup child of the shared id   |                    ====                |  5000 +1000
  dup same id, second            |                    ========            |  5000 +2000  [shared-span-id]`);
  });

  it('hangs the server below the client that it shares an id with', () => {
    expect(`\n${draw('1.76', 'trace-51')}`).toBe(`
dup-client shared id (client)                   |========================================|  0 +10000
  dup-server shared id (server)                 |    ================================    |  1000 +8000
    dup-server below the server side (internal) |        ========                        |  2000 +2000`);
  });

  it('leaves clocks that disagree as they are', () => {
    expect(`\n${draw('2.20', 'trace-60')}`).toBe(`
skew parent (server)                                 |                    :                    |  1000000 +10000
  skew same host, starts before parent               |                    :                    |  995000 +4000  [starts-before-parent]
  skew client call (client)                          |                    :                    |  1001000 +5000
    skew-other other host, one second early (server) |:                                        |  0 +3000  [starts-before-parent]
        event @1000 event in skewed span
      skew-other child of the skewed one             |:                                        |  1000 +1000
    skew-nohost no host, one second late (server)    |                                        :|  2001000 +3000
  skew same host, ends after parent                  |                    :                    |  1005000 +20000
resource skew host.name=h1
resource skew-other host.name=h2`);
  });

  it('reads every length of time, a negative one as none', () => {
    expect(`\n${draw('1.48', 'trace-70')}`).toBe(`
durations root 1 s (server)   |========================================|  0 +1000000
  durations zero              |:                                       |  1000 +0
  durations negative          |:                                       |  3000 +0  [negative-duration]
  durations 999 ns            |:                                       |  4000 +0
  durations 1 us              |:                                       |  5000 +1
  durations 10 ms (internal)  |=                                       |  6000 +10000
      tag size=small
  durations 100 ms (internal) | ====                                   |  20000 +100000
      tag size=big`);
  });

  it('keeps integers of 64 bits to the last digit, and every other type as text', () => {
    const [types] = read('2.20', 'trace-10.json');
    const texts = new Map(types!.spans[0]!.attributes.map(({ key, type, value }) => [key, `${type} ${value}`]));
    expect(texts.get('i.min')).toBe('int64 -9223372036854775808');
    expect(texts.get('i.above-safe')).toBe('int64 9007199254740993');
    expect(texts.get('d.tiny')).toBe('float64 1e-7');
    expect(texts.get('d.negative-zero')).toBe('float64 0');
    expect(texts.get('b.false')).toBe('bool false');
    expect(texts.get('bytes')).toBe('binary AP+A4pyT');
    expect(texts.get('bytes.empty')).toBe('binary ');
    expect(texts.get('no-value')).toBe('string ');
    expect(texts.get('array')).toBe('string ["a",1,2.5,true,"<凶>",[1]]');
  });

  it('pads ids of 64 bits', () => {
    expect(read('1.48', 'trace-64bit-ab.json')[0]).toMatchObject({
      id: '000000000000000000000000000000ab',
      spans: [{ parent: -1 }, { parent: 0 }],
    });
  });
});

describe('Zipkin spans that came through Jaeger', () => {
  it.each(['1.48', '1.76', '2.13', 'main'] as const)(
    '%s: nests the server below the client of the same id',
    (version) => {
      const [trace] = read(version, 'zipkin-trace-a.json');
      const waterfall = drawTrace(trace!, { isDetailed: true })
        .split('\n')
        .filter((line) => /^ *zipkin-/.test(line));
      expect(compact(`\n${waterfall.join('\n')}`)).toBe(`
zipkin-front get / (server) |========================================|  0 +207000
  zipkin-front call (client) !error |==================== |  1000 +100000
    zipkin-back call (server) !error | =============== |  5000 +80000
      zipkin-back local | : |  6000 +0`);
    },
  );

  it.each(['1.48', '1.76', '2.13', 'main'] as const)('%s: reports a span without a start time', (version) => {
    expect(read(version, 'zipkin-trace-c.json')[0]!.problems).toEqual([
      { kind: 'no-start-time', spanId: '00000000000000c1' },
    ]);
  });
});

describe('searches of the legacy dialect', () => {
  it.each(['1.48', '1.76', '2.13'] as const)(
    '%s: reads the draws of an OpenCensus app, whose event is `message`',
    (version) => {
      const traces = read(version, 'thrift-http-search-all.json');
      const draws = traces.flatMap(({ spans }) => spans.flatMap(({ events }) => events));
      const counts = new Map<string, number>();
      for (const { name, attributes } of draws) {
        const draw = `${name} ${attributes.map(({ key, value }) => `${key}=${value}`).join()}`;
        counts.set(draw, (counts.get(draw) ?? 0) + 1);
      }
      expect(traces.length).toBe(60);
      expect(traces.every(({ problems }) => problems.length === 0)).toBe(true);
      expect(Object.fromEntries(counts)).toEqual({
        'いいですね omikuji=大吉': 11,
        'まあまあでした omikuji=中吉': 19,
        'そこそこでした omikuji=吉': 17,
        '残念でした omikuji=凶': 13,
      });
    },
  );

  it.each(['1.48', '1.76', '2.13', '2.20'] as const)('%s: reads every trace of a search', (version) => {
    const traces = read(version, 'search-many-limit-10.json');
    expect(traces.map(({ spans }) => spans.length)).toEqual(Array.from({ length: 10 }, () => 2));
  });
});
