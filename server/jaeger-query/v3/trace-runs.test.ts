import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { V3Span } from '#core/jaeger/decode-v3-resource-spans.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import type { RawSpan } from '#core/trace/build-trace.ts';
import { unixMicros } from '#core/units.ts';
import { TraceRuns } from './trace-runs.ts';

/** Spans of an element, as a text: `aab` holds two spans of the trace a and one of b. */
function spansOf(element: string, serial: () => number): readonly V3Span[] {
  return Array.from(element, (traceId) => ({ traceId, span: rawSpan(serial()) }));
}

function rawSpan(serial: number): RawSpan {
  return {
    id: String(serial).padStart(16, '0'),
    parentId: '',
    resource: { service: 'demo', attributes: [] },
    operation: 'draw',
    kind: 'internal',
    start: unixMicros(serial),
    end: unixMicros(serial + 1),
    isError: false,
    attributes: [],
    events: [],
    links: [],
    warnings: [],
  };
}

/** What was handed over, in order: `a2` is the trace a with two spans, `a!` one that is unreadable, with the reason in `reasons`. */
function runs(maxBytes?: number) {
  const handed: string[] = [];
  const reasons: string[] = [];
  const gathered = new TraceRuns(
    {
      onTrace: ({ id, spans }) => void handed.push(`${id}${spans.length}`),
      onUnreadable: ({ traceId, reason }, bytes) => {
        handed.push(`${traceId}!`);
        reasons.push(`${reason}, ${bytes} bytes`);
      },
    },
    maxBytes,
  );
  let serial = 0;
  return {
    handed,
    reasons,
    add: (element: string, bytes = element.length) =>
      gathered.add(
        spansOf(element, () => serial++),
        bytes,
      ),
    addUnreadable: (traceId: string, bytes: number) =>
      gathered.addUnreadable(new UnreadableTraceError(traceId, 'odd'), bytes),
    end: () => gathered.end(),
    reappeared: () => [...gathered.reappeared],
  };
}

describe('TraceRuns', () => {
  it('hands a trace over as soon as an element brings nothing of it', () => {
    const { add, end, handed, reappeared } = runs();
    add('aa');
    add('a');
    expect(handed).toEqual([]);
    add('b');
    expect(handed).toEqual(['a3']);
    add('bc');
    expect(handed).toEqual(['a3']);
    add('cccd');
    expect(handed).toEqual(['a3', 'b2']);
    end();
    expect(handed).toEqual(['a3', 'b2', 'c4', 'd1']);
    expect(reappeared()).toEqual([]);
  });

  it('goes on over an element without spans', () => {
    const { add, end, handed } = runs();
    add('a');
    add('');
    add('a');
    end();
    expect(handed).toEqual(['a2']);
  });

  it('notes a trace that comes again, and does not hand its rest over as if it were whole', () => {
    const { add, end, handed, reappeared } = runs();
    for (const element of ['a', 'b', 'a', 'bc', 'a']) add(element);
    end();
    expect(handed).toEqual(['a1', 'b1', 'c1']);
    expect(reappeared()).toEqual(['a', 'b']);
  });

  it('keeps traces apart that share every element', () => {
    const { add, end, handed, reappeared } = runs();
    for (const element of ['abc', 'abc', 'cab']) add(element);
    end();
    expect(handed).toEqual(['a3', 'b3', 'c3']);
    expect(reappeared()).toEqual([]);
  });

  it('tells a trace once of which an element cannot be read, with all its bytes', () => {
    const { add, addUnreadable, end, handed, reasons } = runs();
    add('a', 10);
    addUnreadable('a', 5);
    add('ab', 20);
    addUnreadable('a', 1);
    add('b', 10);
    end();
    expect(handed).toEqual(['a!', 'b2']);
    expect(reasons).toEqual(['odd, 26 bytes']);
  });

  it('tells an element without a readable id by itself, and goes on with the trace', () => {
    const { add, addUnreadable, end, handed } = runs();
    add('a');
    addUnreadable('', 5);
    add('a');
    end();
    expect(handed).toEqual(['!', 'a2']);
  });

  it('tells an unreadable element of a trace that was handed over', () => {
    const { add, addUnreadable, end, handed } = runs();
    add('a');
    add('b');
    addUnreadable('a', 5);
    end();
    expect(handed).toEqual(['a1', 'a!', 'b1']);
  });

  it('gives up a trace that is too long, and keeps the others', () => {
    const { add, end, handed, reasons } = runs(100);
    add('a', 60);
    add('ab', 60);
    add('ab', 60);
    add('b', 30);
    end();
    expect(handed).toEqual(['a!', 'b3']);
    expect(reasons).toEqual(['it is longer than 100 bytes, 120 bytes']);
  });

  it('never holds more than its bound, whatever traces share their elements', () => {
    const { add, end, handed } = runs(100);
    for (let i = 0; i < 50; i++) add('abcd', 40);
    add('e', 100);
    end();
    expect(handed).toEqual(['a!', 'b!', 'c!', 'd!', 'e1']);
  });

  it('hands over each trace once, with all its spans, or notes that it reappeared', () => {
    const elements = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 4 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(elements, (all) => {
        const { add, end, handed, reappeared } = runs();
        for (const element of all) add(element);
        end();
        const counts = new Map<string, number>();
        for (const id of all.join('')) counts.set(id, (counts.get(id) ?? 0) + 1);
        const ids = handed.map((trace) => trace.slice(0, 1));
        expect(ids.toSorted()).toEqual([...counts.keys()].toSorted());
        for (const id of counts.keys()) {
          if (!reappeared().includes(id)) expect(handed).toContain(`${id}${counts.get(id)}`);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
