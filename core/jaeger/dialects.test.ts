import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import type { Attribute, Span, SpanEvent, Trace } from '../trace/trace.ts';
import { decodeLegacyTrace } from './decode-legacy-trace.ts';
import { decodeV3ResourceSpans } from './decode-v3-resource-spans.ts';

/*
 * Both dialects give the same trace: every trace that a Jaeger was recorded to tell in both is decoded from both and
 * compared whole. What that Jaeger itself tells differently stands below, with its reason.
 */

const RECORDINGS = new URL('recordings/jaeger/', import.meta.url);
const VERSIONS = ['1.76', '2.13', '2.20', 'main', '2.20-cassandra', '2.20-opensearch'] as const;
type Version = (typeof VERSIONS)[number];

interface Recorded {
  readonly name: string;
  readonly phase: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly file: string;
}

interface Told {
  readonly name: string;
  readonly phase: string;
  readonly trace: Trace;
}

function read(version: Version, file: string): string {
  return readFileSync(new URL(`${version}/${file}`, RECORDINGS), 'utf8');
}

function answers(version: Version, path: string): readonly Recorded[] {
  const index: readonly Recorded[] = JSON.parse(read(version, 'index.json'));
  return index.filter((each) => each.path.startsWith(path) && each.method === 'GET' && each.status === 200);
}

function toldByLegacy(version: Version): readonly Told[] {
  return answers(version, '/api/traces')
    .filter(({ path, file }) => !path.includes('prettyPrint') && file.endsWith('.json'))
    .flatMap(({ name, phase, file }) =>
      JSON.parse(read(version, file)).data.map((wire: unknown) => ({ name, phase, trace: decodeLegacyTrace(wire) })),
    );
}

function toldByV3(version: Version): readonly Told[] {
  return answers(version, '/api/v3/traces')
    .filter(({ file }) => file.endsWith('.json'))
    .flatMap(({ name, phase, file }) => {
      const spansOfTrace = new Map<string, RawSpan[]>();
      for (const wire of JSON.parse(read(version, file)).result.resourceSpans) {
        for (const { traceId, span } of decodeV3ResourceSpans(wire)) {
          spansOfTrace.set(traceId, [...(spansOfTrace.get(traceId) ?? []), span]);
        }
      }
      return Array.from(spansOfTrace, ([traceId, spans]) => ({ name, phase, trace: buildTrace(traceId, spans) }));
    });
}

interface Pair {
  readonly legacy: Told;
  readonly v3: Told;
}

/** Each trace of v3 with the same trace of the legacy dialect: out of the same process, or else as read by its id. */
function pairs(version: Version): readonly Pair[] {
  const all = toldByLegacy(version);
  return toldByV3(version).flatMap((v3) => {
    const same = all.filter(({ trace }) => trace.id === v3.trace.id);
    const legacy = same.find(({ phase }) => phase === v3.phase) ?? same.find(({ phase }) => phase === 'byid');
    return legacy === undefined ? [] : [{ legacy, v3 }];
  });
}

interface Difference {
  readonly why: string;
  readonly versions: readonly Version[];
  /** Names of recordings of v3. */
  readonly recording: RegExp;
  /** Takes the difference out of a trace; both are changed. */
  readonly without: (trace: Trace) => Trace;
}

const onSpans =
  (change: (span: Span) => Partial<Span>) =>
  (trace: Trace): Trace => ({ ...trace, spans: trace.spans.map((span) => ({ ...span, ...change(span) })) });

const byKey = (a: Attribute, b: Attribute): number =>
  compare(a.key, b.key) || compare(a.type, b.type) || compare(a.value, b.value);
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byTimeAndName = (a: SpanEvent, b: SpanEvent): number => a.at - b.at || compare(a.name, b.name);

const onAttributes =
  (change: (attributes: readonly Attribute[]) => readonly Attribute[]) =>
  (trace: Trace): Trace => ({
    ...onSpans((span) => ({
      attributes: change(span.attributes),
      events: span.events.map((event) => ({ ...event, attributes: change(event.attributes) })),
    }))(trace),
    resources: trace.resources.map(({ service, attributes }) => ({ service, attributes: change(attributes) })),
  });

const sorted = onAttributes((attributes) => attributes.toSorted(byKey));

const DIFFERENCES: readonly Difference[] = [
  {
    why: 'the legacy dialect sorts the tags of a span together, scope and status too',
    versions: ['1.76', '2.13'],
    recording: /./,
    without: sorted,
  },
  {
    why: 'v3 sorts events by name, the legacy dialect does not: those of one microsecond',
    versions: ['1.76', '2.13'],
    recording: /./,
    without: onSpans(({ events }) => ({ events: events.toSorted(byTimeAndName) })),
  },
  {
    why: 'the legacy dialect escapes < and > in the JSON of an array',
    versions: ['2.13'],
    recording: /^v3-(trace-10|traces-no-service-snake)$/,
    without: onAttributes((attributes) =>
      attributes.map((one) => ({
        ...one,
        value: one.value.startsWith('[') ? one.value.replaceAll('\\u003c', '<').replaceAll('\\u003e', '>') : one.value,
      })),
    ),
  },
  {
    why: 'the two have words of their own for orphans and skew, and v3 notes them in another order',
    versions: ['1.76', '2.13'],
    recording: /^(v3-trace-[3-9]\d|v3-traces-no-service-snake|zero-ids-v3)$/,
    without: onSpans(() => ({ warnings: [] })),
  },
  {
    why: 'v3 reads the tags back into OTLP: one that is called like a field of it becomes the field, or is lost',
    versions: ['1.76'],
    recording: /^(v3-trace-20|zipkin-v3-trace-a)$/,
    without: onSpans(({ attributes }) => ({
      attributes: attributes.filter(({ key }) => !/^(error|otel\.status_code|span\.kind)$/.test(key)),
    })),
  },
  {
    why: 'every read adds the warnings again',
    versions: ['2.20'],
    recording: /./,
    without: onSpans(({ warnings }) => ({ warnings: [...new Set(warnings)] })),
  },
  {
    why: 'read raw over v3 alone, and raw is not sorted',
    versions: ['main'],
    recording: /^v3-traces-raw$/,
    without: (trace) => onSpans(({ events }) => ({ events: events.toSorted(byTimeAndName) }))(sorted(trace)),
  },
];

/** How many traces each was recorded to tell in both dialects. */
const COMPARED: Readonly<Record<Version, number>> = {
  '1.76': 55,
  '2.13': 83,
  '2.20': 142,
  main: 81,
  '2.20-cassandra': 22,
  '2.20-opensearch': 41,
};

describe.each(VERSIONS)('Jaeger %s', (version) => {
  const compared = pairs(version);
  const differences = DIFFERENCES.filter(({ versions }) => versions.includes(version));

  it('tells as many traces in both dialects as were recorded', () => {
    expect(compared.length).toBe(COMPARED[version]);
  });

  it('tells the same of each trace in both', () => {
    for (const { legacy, v3 } of compared) {
      const applied = differences.filter(({ recording }) => recording.test(v3.name));
      const plain = (trace: Trace): Trace => applied.reduce((changed, { without }) => without(changed), trace);
      expect(plain(v3.trace), `${v3.name} as ${legacy.name}`).toEqual(plain(legacy.trace));
    }
  });

  it.each(differences)('still differs: $why', ({ recording, without }) => {
    const others = differences.filter((other) => other.without !== without);
    const isHidden = compared.some(({ legacy, v3 }) => {
      if (!recording.test(v3.name)) return false;
      const applied = others.filter((other) => other.recording.test(v3.name));
      const plain = (trace: Trace): string =>
        JSON.stringify(applied.reduce((changed, other) => other.without(changed), trace));
      return plain(v3.trace) !== plain(legacy.trace);
    });
    expect(isHidden).toBe(true);
  });
});

describe('numbers that JSON does not have', () => {
  it.each(['1.76', '2.13', '2.20', 'main'] as const)('%s: are told by v3 alone', (version) => {
    const [told] = toldByV3(version).filter(({ name }) => name === 'nan-v3-trace');
    expect(told?.trace.spans[0]?.attributes.map(({ key, type, value }) => `${key} ${type} ${value}`)).toEqual([
      'inf float64 Infinity',
      'minus-inf float64 -Infinity',
      'nan float64 NaN',
    ]);
    expect(toldByLegacy(version).some(({ trace }) => trace.id === told?.trace.id)).toBe(false);
  });
});
