import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedAt, mutatedJson, placesOf } from '../testing/mutate-json.ts';
import { isLegacyTrace } from './is-legacy-trace.ts';
import { legacyTrace } from './legacy-wire.ts';

const RECORDINGS = new URL('recordings/jaeger/', import.meta.url);

/** The JSON of every trace that was recorded of a real Jaeger. */
const RECORDED: readonly string[] = readdirSync(RECORDINGS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .flatMap((path) => JSON.parse(readFileSync(new URL(path, RECORDINGS), 'utf8')).data ?? [])
  .filter((item: unknown) => typeof item === 'object' && item !== null && 'spans' in item)
  .map((trace) => JSON.stringify(trace));

/** All of the wire that may be odd, once: short, so that a change soon hits every field. */
const SMALL = JSON.stringify({
  traceID: 'AB',
  spans: [
    {
      spanID: '1',
      operationName: 'draw',
      references: [{ refType: 'CHILD_OF', traceID: 'ab', spanID: '2' }],
      startTime: 1,
      duration: 2,
      tags: [{ key: 'a', type: 'string', value: '凶' }, { key: 'b' }],
      logs: [{ timestamp: 1, fields: [{ key: 'event', value: null }] }],
      processID: 'p1',
      warnings: ['odd'],
    },
  ],
  processes: { p1: { serviceName: 'demo', tags: [{ key: 'c', value: true }] } },
});

/** What may stand at any place instead of what stood there; JSON.parse reads 1e999 as Infinity. */
const REPLACEMENTS = [
  'null',
  'true',
  '0',
  '-1.5',
  '1e999',
  '""',
  '"0123456789abcdefABCDEF0123456789"',
  '"0123456789abcdef0"',
  '"1\\n"',
  '"not hex"',
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '[{}]',
  '[""]',
  '{"":{}}',
  '{"":[]}',
  '{"":null}',
  '{"key":1}',
  '{"key":"k","value":[]}',
  '{"__proto__":{"spanID":"1","startTime":1,"duration":1}}',
] as const;

const mutated = mutatedJson(fc.oneof(fc.constant(SMALL), fc.constantFrom(...RECORDED)), REPLACEMENTS);

/** What the schema says, but for a process called `__proto__`, which it drops unseen and `isLegacyTrace` leaves to it. */
function isTraceBySchema(wire: unknown): boolean {
  const parsed = legacyTrace.safeParse(wire);
  if (!parsed.success) return false;
  const processes: unknown = typeof wire === 'object' && wire !== null ? Reflect.get(wire, 'processes') : undefined;
  return typeof processes !== 'object' || processes === null || !Object.hasOwn(processes, '__proto__');
}

describe('isLegacyTrace', () => {
  it('takes every recorded trace, as the schema does', () => {
    expect(RECORDED.length).toBeGreaterThan(100);
    for (const json of RECORDED) {
      expect(legacyTrace.safeParse(JSON.parse(json)).success).toBe(true);
      expect(isLegacyTrace(JSON.parse(json))).toBe(true);
    }
  });

  it('says of any damaged trace what the schema says', () => {
    let good = 0;
    let bad = 0;
    fc.assert(
      fc.property(mutated, (wire) => {
        const isTrace = isTraceBySchema(wire);
        expect(isLegacyTrace(wire)).toBe(isTrace);
        if (isTrace) good++;
        else bad++;
      }),
      { numRuns: 3000, seed: 1 },
    );
    // Both answers were put to the test.
    expect(Math.min(good, bad)).toBeGreaterThan(500);
  });

  it('says of every field, with every odd value in its place, what the schema says', () => {
    const small: unknown = JSON.parse(SMALL);
    for (const place of placesOf(small)) {
      for (const to of [undefined, ...REPLACEMENTS]) {
        const wire = changedAt(small, place, to === undefined ? undefined : JSON.parse(to));
        expect([place, to, isLegacyTrace(wire)]).toEqual([place, to, isTraceBySchema(wire)]);
      }
    }
  });

  it('takes lists up to the length that the schema takes', () => {
    for (const length of [100_000, 100_001]) {
      for (const list of ['tags', 'logs', 'warnings', 'references']) {
        const items = { tags: { key: 'a' }, logs: { timestamp: 1 }, warnings: '', references: REFERENCE };
        const item = Reflect.get(items, list);
        const span = { spanID: '1', startTime: 1, duration: 1, [list]: Array.from({ length }, () => item) };
        const wire = { traceID: '1', spans: [span] };
        expect(isLegacyTrace(wire)).toBe(legacyTrace.safeParse(wire).success);
        expect(isLegacyTrace(wire)).toBe(length === 100_000);
      }
    }
  });

  it('leaves a process that is called __proto__ to the schema', () => {
    const wire: unknown = JSON.parse(`${SMALL.slice(0, -2)},"__proto__":{"serviceName":"demo"}}}`);
    expect(legacyTrace.safeParse(wire).success).toBe(true);
    expect(isLegacyTrace(wire)).toBe(false);
  });
});

const REFERENCE = { refType: 'CHILD_OF', traceID: '1', spanID: '1' };
