import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTrace } from '../testing/any-trace.ts';
import { demoTraces } from '../testing/demo-traces.ts';
import { legacyBody } from '../testing/legacy-body.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { v3Body } from '../testing/v3-body.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Trace } from '../trace/trace.ts';
import { decodeLegacyTrace } from './decode-legacy-trace.ts';
import { decodeV3ResourceSpans, type V3Span } from './decode-v3-resource-spans.ts';

function throughLegacy(traces: readonly Trace[]): readonly Trace[] {
  return JSON.parse(legacyBody(traces)).data.map(decodeLegacyTrace);
}

function spansOf(body: string): readonly V3Span[] {
  return JSON.parse(body).result.resourceSpans.flatMap((element: unknown) => decodeV3ResourceSpans(element));
}

function throughV3(traces: readonly Trace[]): readonly Trace[] {
  const ofTrace = Map.groupBy(spansOf(v3Body(traces)), ({ traceId }) => traceId);
  return Array.from(ofTrace, ([traceId, spans]) =>
    buildTrace(
      traceId,
      spans.map(({ span }) => span),
    ),
  );
}

describe.each([
  ['legacy', throughLegacy],
  ['v3', throughV3],
])('a trace that goes through the %s dialect', (_, through) => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(through([trace])).toEqual([trace]);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  it('comes back as it was among others', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, spansPerTrace) => {
        const traces = randomTraces({ seed, traces: 3, spansPerTrace });
        expect(through(traces)).toEqual(traces);
      }),
      { numRuns: 50, seed: 5 },
    );
    const draws = demoTraces({ seed: 7, traces: 20 });
    expect(through(draws)).toEqual(draws);
  });
});

describe('the v3 dialect', () => {
  it('loses no span and doubles none, however the elements lie', () => {
    const bodies = fc.uniqueArray(anyTrace, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
    fc.assert(
      fc.property(bodies, fc.nat(), (traces, rotation) => {
        const elements: readonly unknown[] = JSON.parse(v3Body(traces)).result.resourceSpans;
        const at = rotation % elements.length;
        const rotated = [...elements.slice(at), ...elements.slice(0, at)];
        const decoded = rotated.flatMap((element) => decodeV3ResourceSpans(element));
        const sent = traces.flatMap(({ id, spans }) => spans.map((span) => `${id} ${span.id}`));
        expect(decoded.map(({ traceId, span }) => `${traceId} ${span.id}`).sort()).toEqual(sent.sort());
      }),
      { numRuns: 1000, seed: 6 },
    );
  });
});
