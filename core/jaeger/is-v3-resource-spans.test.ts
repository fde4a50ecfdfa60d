import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedAt, mutatedJson, placesOf } from '../testing/mutate-json.ts';
import { decodeV3ResourceSpans } from './decode-v3-resource-spans.ts';
import { isV3ResourceSpans } from './is-v3-resource-spans.ts';
import { UnreadableTraceError } from './unreadable-trace-error.ts';
import { v3ResourceSpans } from './v3-wire.ts';

const RECORDINGS = new URL('recordings/jaeger/', import.meta.url);

/** The JSON of every element that was recorded of a real Jaeger. */
const RECORDED: readonly string[] = readdirSync(RECORDINGS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json') && path.includes('v3'))
  .flatMap((path) => JSON.parse(readFileSync(new URL(path, RECORDINGS), 'utf8')).result?.resourceSpans ?? [])
  .map((element) => JSON.stringify(element));

/** All of the wire that may be odd, once: short, so that a change soon hits every field. */
const SMALL = JSON.stringify({
  resource: { attributes: [{ key: 'service.name', value: { stringValue: 'demo' } }] },
  scopeSpans: [
    {
      scope: { name: 's', version: '1' },
      spans: [
        {
          traceId: 'ab',
          spanId: '1',
          parentSpanId: '2',
          traceState: 'a=b',
          name: 'draw',
          kind: 2,
          startTimeUnixNano: '1795424400000000000',
          endTimeUnixNano: 1,
          attributes: [
            { key: 'a', value: { arrayValue: { values: [{ intValue: '1' }, { boolValue: true }] } } },
            { key: 'b', value: { kvlistValue: { values: [{ key: 'c', value: { bytesValue: 'AA==' } }] } } },
            { key: '@jaeger@warnings', value: { arrayValue: { values: [{ stringValue: 'odd' }] } } },
          ],
          events: [{ timeUnixNano: '1', name: 'e', attributes: [{ key: 'd', value: { doubleValue: 'NaN' } }] }],
          links: [{ traceId: 'cd', spanId: '3', attributes: [{ key: 'opentracing.ref_type', value: {} }] }],
          status: { code: 2, message: 'm' },
        },
      ],
    },
  ],
});

/** What may stand at any place instead of what stood there; JSON.parse reads 1e999 as Infinity. */
const REPLACEMENTS = [
  'null',
  'true',
  '0',
  '-1.5',
  '1e999',
  '""',
  '"123456789012345678901"',
  '"-1"',
  '"0123456789abcdefABCDEF0123456789"',
  '"0123456789abcdef0"',
  '"1\\n"',
  '"not hex"',
  '"SPAN_KIND_SERVER"',
  '"STATUS_CODE_ERROR"',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[{}]',
  '[""]',
  '{"":{}}',
  '{"key":1}',
  '{"key":null,"value":{}}',
  '{"key":"k","value":[]}',
  '{"stringValue":"s","intValue":[]}',
  '{"stringValue":null,"intValue":5}',
  '{"intValue":true}',
  '{"doubleValue":"-Infinity"}',
  '{"bytesValue":1}',
  '{"boolValue":"true"}',
  '{"arrayValue":{"values":[null]}}',
  '{"arrayValue":{"values":[{"arrayValue":{}}]}}',
  '{"arrayValue":[]}',
  '{"kvlistValue":{"values":[{"key":"k","value":null},{"key":"k","value":{}}]}}',
  '{"kvlistValue":{"values":{}}}',
] as const;

const damaged = mutatedJson(fc.oneof(fc.constant(SMALL), fc.constantFrom(...RECORDED)), REPLACEMENTS);

function isBySchema(wire: unknown): boolean {
  return v3ResourceSpans.safeParse(wire).success;
}

/** `depth` arrays around a text. */
function nested(depth: number): unknown {
  let value: unknown = { stringValue: 's' };
  for (let made = 0; made < depth; made++) value = { arrayValue: { values: [value] } };
  return { resource: { attributes: [{ key: 'k', value }] } };
}

describe('isV3ResourceSpans', () => {
  it('takes every recorded element, as the schema does', () => {
    expect(RECORDED.length).toBeGreaterThan(300);
    for (const json of RECORDED) {
      expect(isBySchema(JSON.parse(json))).toBe(true);
      expect(isV3ResourceSpans(JSON.parse(json))).toBe(true);
    }
  });

  it('says of any damaged element what the schema says', () => {
    let good = 0;
    let bad = 0;
    fc.assert(
      fc.property(damaged, (wire) => {
        const isGood = isBySchema(wire);
        expect(isV3ResourceSpans(wire)).toBe(isGood);
        if (isGood) good++;
        else bad++;
      }),
      { numRuns: 5000, seed: 1 },
    );
    // Both answers were put to the test.
    expect(Math.min(good, bad)).toBeGreaterThan(1000);
  });

  it('says of every field, with every odd value in its place, what the schema says', () => {
    const small: unknown = JSON.parse(SMALL);
    for (const place of placesOf(small)) {
      for (const to of [undefined, ...REPLACEMENTS]) {
        const wire = changedAt(small, place, to === undefined ? undefined : JSON.parse(to));
        expect([place, to, isV3ResourceSpans(wire)]).toEqual([place, to, isBySchema(wire)]);
      }
    }
  });

  it('takes lists up to the length that the schema takes', () => {
    const items = { attributes: { key: 'a' }, events: {}, links: {} };
    for (const length of [100_000, 100_001]) {
      for (const [list, item] of Object.entries(items)) {
        const wire = { scopeSpans: [{ spans: [{ [list]: Array.from({ length }, () => item) }] }] };
        expect(isV3ResourceSpans(wire)).toBe(isBySchema(wire));
        expect(isV3ResourceSpans(wire)).toBe(length === 100_000);
      }
      const value = { arrayValue: { values: Array.from({ length }, () => ({})) } };
      expect(isV3ResourceSpans({ resource: { attributes: [{ key: 'k', value }] } })).toBe(length === 100_000);
    }
  });

  it('takes values that nest 32 deep, and none that nest deeper', () => {
    for (const [depth, isGood] of [
      [32, true],
      [33, false],
      [100_000, false],
    ] as const) {
      expect(isV3ResourceSpans(nested(depth))).toBe(isGood);
      expect(isBySchema(nested(depth))).toBe(isGood);
    }
  });
});

describe('decodeV3ResourceSpans', () => {
  it('throws nothing but that a trace is unreadable, whatever JSON it is given', () => {
    let spans = 0;
    let errors = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: damaged }, fc.jsonValue()), (wire) => {
        try {
          spans += decodeV3ResourceSpans(wire).length;
        } catch (error) {
          if (!(error instanceof UnreadableTraceError)) throw error;
          expect(error.traceId).toMatch(/^([0-9a-f]{32})?$/);
          errors++;
        }
      }),
      { numRuns: 10_000, seed: 2 },
    );
    expect(Math.min(spans, errors)).toBeGreaterThan(2000);
  });
});
