import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTrace } from '../testing/draw-trace.ts';
import { messySpans } from '../testing/messy-spans.ts';
import { rawSpansFromDrawing, traceFromDrawing } from '../testing/trace-from-drawing.ts';
import { unixMicros } from '../units.ts';
import { buildTrace, type RawSpan } from './build-trace.ts';
import { NO_PARENT, type Trace } from './trace.ts';

const TRACE_ID = '1'.padStart(32, '0');
const START = 1_795_424_400_000_000;

type Change = (span: RawSpan, index: number) => Partial<RawSpan>;

/** The trace of a drawing in which some of the spans were changed on their way. */
function drawChanged(drawing: string, change: Change): string {
  const spans = rawSpansFromDrawing(drawing).map((span, index) => ({ ...span, ...change(span, index) }));
  return `\n${drawTrace(buildTrace(TRACE_ID, spans))}`;
}

function spanId(line: number): string {
  return line.toString(16).padStart(16, '0');
}

describe('buildTrace', () => {
  it('puts the root first, children in order of start, then of id, and the other tops after them', () => {
    const drawing = `
      a late top     |      ==  |
      a root         |==========|
        b second     |   ===    |
        b first      |  ===     |
          c deep     |   =      |
        b third      |   ====   |
      a early orphan |=         | [orphan]
    `;
    expect(`\n${drawTrace(traceFromDrawing(drawing))}`).toBe(`
a root         |==========|
  b first      |  ===     |
    c deep     |   =      |
  b second     |   ===    |
  b third      |   ====   |
a early orphan |=         |  [orphan]
a late top     |      ==  |  [several-roots]`);
  });

  it('measures from the earliest start, be it that of an orphan', () => {
    const trace = traceFromDrawing(
      `
        a orphan |==    | [orphan]
        b root   |  ====|
      `,
      { start: unixMicros(START) },
    );
    expect(trace.start).toBe(START);
    expect(trace.spans.map(({ operation, start }) => `${operation} ${start}`)).toEqual(['root 2', 'orphan 0']);
  });

  it('lets the earliest orphan stand in for a root', () => {
    expect(
      `\n${drawTrace(
        traceFromDrawing(`
          a later |  ===| [orphan]
          a first |===  | [orphan]
            a child | = |
        `),
      )}`,
    ).toBe(`
a first   |===  |  [no-root, orphan]
  a child | =   |
a later   |  ===|  [orphan]`);
  });

  it('cuts a cycle at the span that starts earliest', () => {
    const loop: Change = (_, index) => ({ parentId: spanId([0, 4, 2, 3][index]!) });
    expect(
      drawChanged(
        `
          a root |======|
          b one  |  ==  |
          b two  |   =  |
          b three| =    |
        `,
        (span, index) => (index === 0 ? {} : loop(span, index)),
      ),
    ).toBe(
      `
a root    |======|
b three   | =    |  [cycle]
  b one   |  ==  |
    b two |   =  |`,
    );
  });

  it('nests the server below the client that it shares an id with, and the children below the server', () => {
    expect(
      drawChanged(
        `
          front call (client)   |==========|
          back call (server)    |  ======  |
          back load             |   ===    |
        `,
        (_, index) => [{ id: spanId(7) }, { id: spanId(7) }, { parentId: spanId(7) }][index]!,
      ),
    ).toBe(`
front call (client)  |==========|
  back call (server) |  ======  |  [shared-span-id]
    back load        |   ===    |`);
  });

  it('gives others that share an id one of their own; the first keeps the id and the children', () => {
    expect(
      drawChanged(
        `
          a root    |==========|
            b first | ===      |
            b again |     ===  |
            b child |      =   |
        `,
        (_, index) => [{}, { id: spanId(7) }, { id: spanId(7) }, { parentId: spanId(7) }][index]!,
      ),
    ).toBe(`
a root      |==========|
  b first   | ===      |
    b child |      =   |
  b again   |     ===  |  [shared-span-id]`);
  });

  it('derives the same id whatever else is in the trace', () => {
    const shared = rawSpansFromDrawing('a x |==|\na x | =|').map((span) => ({ ...span, id: spanId(7) }));
    const more = rawSpansFromDrawing('a y |===|');
    const ids = (trace: Trace): readonly string[] => trace.spans.map(({ id }) => id);
    const [, derived] = ids(buildTrace(TRACE_ID, shared));
    expect(derived).toMatch(/^[0-9a-f]{16}$/);
    expect(ids(buildTrace(TRACE_ID, [...more, ...shared]))).toContain(derived);
  });

  it('keeps one of the spans that were sent twice, whatever Jaeger noted on the second', () => {
    const [root, child] = rawSpansFromDrawing(`
      a root    |====|
        a child | == |
    `);
    const trace = buildTrace(TRACE_ID, [root!, child!, { ...child!, warnings: ['duplicate span IDs'] }, child!]);
    expect(trace.problems).toEqual([{ kind: 'duplicate-span', spanId: child!.id }]);
    expect(trace.spans.length).toBe(2);
  });

  it('sets a negative duration to none', () => {
    expect(
      drawChanged('a root |====|\n  a child | == |', ({ start }, index) =>
        index === 1 ? { end: unixMicros(start - 5) } : {},
      ),
    ).toBe(`
a root    |====|
  a child | :  |  [negative-duration]`);
  });

  it('starts a span without a start time with its parent, and its events with it', () => {
    const unset: Change = ({ start, end, events }) => ({
      start: unixMicros(0),
      end: unixMicros(end - start),
      events: events.map((event) => ({ ...event, at: unixMicros(event.at - start) })),
    });
    expect(
      drawChanged(
        `
          a root                 |========|
            b child              |  ====  |
              c unset @4 e       |    ==  |
                d unset too      |    =   |
          e unset orphan         |    =   | [orphan]
        `,
        (span, index) => (index >= 2 ? unset(span, index) : {}),
      ),
    ).toBe(
      `
a root            |========|
  b child         |  ====  |
    c unset @2 e  |  ==    |  [no-start-time]
      d unset too |  =     |  [no-start-time]
e unset orphan    |=       |  [orphan, no-start-time]`,
    );
  });

  it('leaves the times of a trace whose clock was never set', () => {
    const trace = traceFromDrawing('a root |====|\n  a child | == |', { start: unixMicros(5_000_000) });
    expect(trace.start).toBe(5_000_000);
    expect(trace.spans.map(({ start }) => start)).toEqual([0, 1]);
    expect(trace.problems.map(({ kind }) => kind)).toEqual(['no-start-time', 'no-start-time']);
  });

  it('keeps resources once each, by content', () => {
    const host = (value: string): RawSpan['resource'] => ({
      service: 'a',
      attributes: [{ key: 'host.name', type: 'string', value }],
    });
    const spans = rawSpansFromDrawing('a x |==|\n  a y |=|\n  a z | =|');
    const trace = buildTrace(
      TRACE_ID,
      spans.map((span, index) => ({ ...span, resource: host(index === 1 ? 'h2' : 'h1') })),
    );
    expect(trace.resources).toEqual([host('h1'), host('h2')]);
    expect(trace.spans.map(({ resource }) => resource)).toEqual([0, 1, 0]);
  });

  it('builds a chain of 50 000 spans and one of 50 000 children', () => {
    const [span] = rawSpansFromDrawing('a x |=|');
    const spans = (parentOf: (index: number) => string): readonly RawSpan[] =>
      Array.from({ length: 50_000 }, (_, index) => ({
        ...span!,
        id: spanId(index + 1),
        parentId: index === 0 ? '' : parentOf(index),
      }));
    expect(buildTrace(TRACE_ID, spans(spanId)).spans.at(-1)?.depth).toBe(49_999);
    expect(
      buildTrace(
        TRACE_ID,
        spans(() => spanId(1)),
      ).spans.at(-1)?.depth,
    ).toBe(1);
    const loop = spans(spanId).map((link, index) => (index === 0 ? { ...link, parentId: spanId(50_000) } : link));
    expect(buildTrace(TRACE_ID, loop).problems.map(({ kind }) => kind)).toEqual(['no-root', 'cycle']);
  });

  it('refuses a trace without spans', () => {
    expect(() => buildTrace(TRACE_ID, [])).toThrow(RangeError);
  });
});

describe('buildTrace, whatever it is given', () => {
  it('gives the same trace for every order of the spans', () => {
    fc.assert(
      fc.property(
        messySpans.chain((spans) =>
          fc.tuple(fc.constant(spans), fc.shuffledSubarray([...spans], { minLength: spans.length })),
        ),
        ([spans, shuffled]) => {
          expect(buildTrace(TRACE_ID, shuffled)).toEqual(buildTrace(TRACE_ID, spans));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps what `Trace` promises', () => {
    fc.assert(
      fc.property(messySpans, (raw) => {
        const { spans, problems, resources } = buildTrace(TRACE_ID, raw);
        const ids = spans.map(({ id }) => id);
        expect(new Set(ids).size).toBe(spans.length);
        expect(Math.min(...spans.map(({ start }) => start))).toBe(0);
        expect(problems.every((problem) => ids.includes(problem.spanId))).toBe(true);
        spans.forEach((span, index) => {
          const parent = span.parent === NO_PARENT ? undefined : spans[span.parent]!;
          expect(span.parent).toBeLessThan(index);
          expect(span.depth).toBe(parent === undefined ? 0 : parent.depth + 1);
          expect(span.duration).toBeGreaterThanOrEqual(0);
          expect(resources[span.resource]).toBeDefined();
          expect(isSortedBy(span.events, ({ at }) => at)).toBe(true);
          expect(isPlaced(spans, index)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing but exact duplicates', () => {
    fc.assert(
      fc.property(messySpans, (raw) => {
        const distinct = new Set(raw.map(({ warnings: _, ...span }) => JSON.stringify(span)));
        expect(buildTrace(TRACE_ID, raw).spans.length).toBe(distinct.size);
      }),
    );
  });
});

function isSortedBy<T>(items: readonly T[], key: (item: T) => number): boolean {
  return items.every((item, index) => index === 0 || key(items[index - 1]!) <= key(item));
}

/** Pre-order: behind its parent come only descendants of it; and siblings stand in order of start, then of id. */
function isPlaced(spans: Trace['spans'], index: number): boolean {
  const { parent, start, id } = spans[index]!;
  if (parent !== NO_PARENT) {
    for (let between = parent + 1; between < index; between++)
      if (spans[between]!.depth <= spans[parent]!.depth) return false;
  }
  const before = spans.findLast(
    (sibling, at) => at < index && sibling.parent === parent && (parent !== NO_PARENT || at > 0),
  );
  return before === undefined || before.start < start || (before.start === start && before.id < id);
}
