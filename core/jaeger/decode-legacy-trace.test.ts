import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoTraces } from '../testing/demo-traces.ts';
import { drawTrace } from '../testing/draw-trace.ts';
import { legacyBody } from '../testing/legacy-body.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import type { Trace } from '../trace/trace.ts';
import { decodeLegacyTrace } from './decode-legacy-trace.ts';
import { UnreadableTraceError } from './unreadable-trace-error.ts';

const START = 1_795_424_400_000_000;

/** The least that is a trace. */
function wire(span: object = {}, trace: object = {}): unknown {
  return { traceID: 'AB', spans: [{ spanID: '1', startTime: START, duration: 5, ...span }], ...trace };
}

function decodeBody(traces: readonly Trace[]): readonly Trace[] {
  return JSON.parse(legacyBody(traces)).data.map(decodeLegacyTrace);
}

function unreadable(bad: unknown): UnreadableTraceError {
  try {
    decodeLegacyTrace(bad);
  } catch (error) {
    if (error instanceof UnreadableTraceError) return error;
    throw error;
  }
  throw new Error('was readable');
}

describe('decodeLegacyTrace', () => {
  it('reads back what the encoder of the tests writes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, spansPerTrace) => {
        const traces = randomTraces({ seed, traces: 2, spansPerTrace });
        expect(decodeBody(traces)).toEqual(traces);
      }),
      { numRuns: 50 },
    );
    const draws = demoTraces({ seed: 7, traces: 20 });
    expect(decodeBody(draws)).toEqual(draws);
  });

  it('reads back a drawing with orphans, errors and several roots', () => {
    const trace = traceFromDrawing(`
      demo /handler (server) {user=7}            |==========|
        demo /omikuji @9 残念でした {omikuji=凶} | ======== |
          db SELECT !error                       |  ==      |
      mail send                                  |     ==   | [orphan]
      mail again                                 |      ==  |
    `);
    expect(decodeBody([trace])).toEqual([trace]);
  });

  it('pads ids that v1.12 to v1.15 left short, and takes them in upper case', () => {
    const trace = decodeLegacyTrace({
      traceID: 'AB',
      spans: [
        { spanID: 'C', startTime: START, duration: 9 },
        {
          spanID: 'D',
          references: [{ refType: 'CHILD_OF', traceID: '00000000000000ab', spanID: '0c' }],
          startTime: START,
          duration: 5,
        },
      ],
    });
    expect(trace.id).toBe('000000000000000000000000000000ab');
    expect(trace.spans.map(({ id, parent }) => [id, parent])).toEqual([
      ['000000000000000c', -1],
      ['000000000000000d', 0],
    ]);
  });

  it('starts at a whole µs, or at none where the wire has no instant', () => {
    expect(decodeLegacyTrace(wire({ startTime: START + 0.25 })).start).toBe(START);
    for (const startTime of [1e300, -1e300, 2 ** 63]) {
      const { start, problems } = decodeLegacyTrace(wire({ startTime }));
      expect(start).toBe(0);
      expect(problems.map(({ kind }) => kind)).toEqual(['no-start-time']);
    }
  });

  it('refers to nothing by what is no id', () => {
    const bad = { refType: 'CHILD_OF', traceID: 'AB', spanID: 'zz' };
    const elsewhere = { refType: 'FOLLOWS_FROM', traceID: 'f'.repeat(33), spanID: '1' };
    for (const references of [[bad], [bad, elsewhere]]) {
      const { spans, problems } = decodeLegacyTrace(wire({ references }));
      expect(spans[0]).toMatchObject({ parent: -1, links: [] });
      expect(problems).toEqual([]);
    }
  });

  it('does without every list, name and process', () => {
    const missing = decodeLegacyTrace(wire());
    const empty = decodeLegacyTrace(
      wire(
        { references: null, tags: null, logs: null, warnings: null, operationName: null, processID: null },
        { processes: null, warnings: null },
      ),
    );
    expect(empty).toEqual(missing);
    expect(missing.resources).toEqual([{ service: 'unknown_service', attributes: [] }]);
    expect(missing.spans[0]).toMatchObject({ operation: '', kind: 'unspecified', attributes: [], events: [] });
  });

  it('knows an error by its tag or its status, and keeps both as attributes', () => {
    const isError = (key: string, value: unknown): boolean =>
      decodeLegacyTrace(wire({ tags: [{ key, value }] })).spans[0]!.isError;
    expect(isError('error', true)).toBe(true);
    expect(isError('error', 'true')).toBe(true);
    expect(isError('error', 'はい')).toBe(false);
    expect(isError('error', false)).toBe(false);
    expect(isError('otel.status_code', 'ERROR')).toBe(true);
    expect(isError('otel.status_code', 'OK')).toBe(false);
  });

  it('takes the kind from its tag, the last one, and leaves out what Jaeger notes for itself', () => {
    const [span] = decodeLegacyTrace(
      wire({
        tags: [
          { key: 'span.kind', type: 'string', value: 'own' },
          { key: 'span.kind', type: 'string', value: 'server' },
          { key: 'internal.span.format', type: 'string', value: 'jaeger' },
          { key: '@jaeger@format', type: 'string', value: 'jaeger' },
          { key: '@jaeger@warnings', type: 'string', value: '[]' },
        ],
      }),
    ).spans;
    expect(span).toMatchObject({ kind: 'server', attributes: [{ key: 'span.kind', type: 'string', value: 'own' }] });
  });

  it('names an event by `event`, else by `message`, and sorts events by time', () => {
    const field = (key: string, value: string): object => ({ key, type: 'string', value });
    const { events } = decodeLegacyTrace(
      wire({
        logs: [
          { timestamp: START + 3, fields: [field('message', 'm'), field('event', 'e')] },
          { timestamp: START + 2, fields: [field('omikuji', '凶'), field('message', 'm')] },
          { timestamp: START + 2, fields: null },
        ],
      }),
    ).spans[0]!;
    expect(events).toEqual([
      { name: 'm', at: 2, attributes: [field('omikuji', '凶')] },
      { name: '', at: 2, attributes: [] },
      { name: 'e', at: 3, attributes: [field('message', 'm')] },
    ]);
  });

  it('guesses a type that is missing', () => {
    const tags = [true, 5, 2.5, 'x', null].map((value, index) => ({ key: `k${index}`, value }));
    expect(decodeLegacyTrace(wire({ tags })).spans[0]!.attributes.map(({ type, value }) => `${type} ${value}`)).toEqual(
      ['bool true', 'int64 5', 'float64 2.5', 'string x', 'string '],
    );
  });

  it('takes a duration near 2^64 as a negative one', () => {
    expect(decodeLegacyTrace(wire({ duration: 2 ** 64 - 1000 }))).toMatchObject({
      spans: [{ duration: 0 }],
      problems: [{ kind: 'negative-duration' }],
    });
  });

  it('takes the last CHILD_OF as the parent where a v1 collector wrote the span, else the first', () => {
    const childOf = (spanID: string): object => ({ refType: 'CHILD_OF', traceID: 'ab', spanID });
    const drawn = (tags: readonly object[]): string => {
      const spans = ['1', '2', '3'].map((spanID, index) => ({
        spanID,
        operationName: `span-${spanID}`,
        startTime: START + index,
        duration: 6 - 2 * index,
        tags: index === 2 ? tags : [],
        references: [[], [childOf('1')], [childOf('2'), childOf('1')]][index],
      }));
      return drawTrace(decodeLegacyTrace({ traceID: 'ab', spans, processes: {} }));
    };
    expect(`\n${drawn([])}`).toBe(`
unknown_service span-1     |======|
  unknown_service span-2   | ==== |
    unknown_service span-3 |  ==  |`);
    expect(`\n${drawn([{ key: 'internal.span.format', value: 'proto' }])}`).toBe(`
unknown_service span-1   |======|
  unknown_service span-2 | ==== |
  unknown_service span-3 |  ==  |`);
  });

  it('takes a FOLLOWS_FROM for the parent only where it cannot mean anything else', () => {
    const followsFrom = (spanID: string, traceID = 'ab'): object => ({ refType: 'FOLLOWS_FROM', traceID, spanID });
    const second = (references: readonly object[]): unknown => {
      const spans = ['1', '2', '3'].map((spanID, index) => ({
        spanID,
        startTime: START + index,
        duration: 1,
        references: index === 2 ? references : [],
      }));
      const { spans: decoded } = decodeLegacyTrace({ traceID: 'ab', spans });
      const { parent, links } = decoded.find(({ id }) => id.endsWith('3'))!;
      return [parent, links.map(({ spanId }) => spanId.slice(-1))];
    };
    expect(second([followsFrom('2')])).toEqual([1, []]);
    expect(second([followsFrom('2'), followsFrom('9', 'cd')])).toEqual([1, ['9']]);
    expect(second([followsFrom('2'), followsFrom('1')])).toEqual([-1, ['2', '1']]);
    expect(second([followsFrom('0')])).toEqual([-1, []]);
  });

  it.each([
    ['nothing', null, '', /^Invalid input/],
    ['a trace without an id', { spans: [] }, '', /^traceID: /],
    ['a trace without spans', { traceID: 'ab', spans: [] }, '000000000000000000000000000000ab', /^spans: /],
    ['an id that is none', wire({ spanID: 'xyz' }), '000000000000000000000000000000ab', /^spans\.0\.spanID: /],
    ['a time as text', wire({ startTime: '1' }), '000000000000000000000000000000ab', /^spans\.0\.startTime: /],
    ['a tag without a key', wire({ tags: [{}] }), '000000000000000000000000000000ab', /^spans\.0\.tags\.0: not a key/],
    [
      'a tag that nests',
      wire({ tags: [{ key: 'k', value: {} }] }),
      '000000000000000000000000000000ab',
      /^spans\.0\.tags\.0/,
    ],
  ])('refuses %s, and says where', (_, bad, traceId, reason) => {
    const error = unreadable(bad);
    expect(error.traceId).toBe(traceId);
    expect(error.reason).toMatch(reason);
  });
});
