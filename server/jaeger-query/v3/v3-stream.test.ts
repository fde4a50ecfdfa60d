import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTraces } from '#core/testing/random-traces.ts';
import { v3Body, v3ResourceSpans } from '#core/testing/v3-body.ts';
import type { Trace } from '#core/trace/trace.ts';
import { unixMicros } from '#core/units.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { v3Client } from './v3-client.ts';

const encoder = new TextEncoder();
const idle = new AbortController().signal;
const SEARCH = {
  service: 'gateway',
  operation: undefined,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
  start: unixMicros(1),
  end: unixMicros(2),
  limit: 500,
};

/** Searches a Jaeger that answers with `body` in pieces of `sizes` bytes, repeated as often as needed. */
async function search(body: Uint8Array, sizes: readonly number[]) {
  const traces: Trace[] = [];
  let unreadable = 0;
  const client = v3Client(
    {
      fetch: async () => new Response(chunksOf(body, sizes)),
      baseUrl: new URL('http://jaeger.invalid'),
      timeoutMillis: 10_000,
      maxBytes: 2 ** 20,
    },
    { spelling: 'camel', filtersAttributes: true },
  );
  await client.search(
    SEARCH,
    {
      onTrace: (trace) => void traces.push(trace),
      onUnreadable: () => {
        unreadable++;
      },
      onBytes: () => undefined,
    },
    idle,
  );
  return { traces, unreadable };
}

function chunksOf(body: Uint8Array, sizes: readonly number[]): ReadableStream<Uint8Array> {
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(controller) {
      const size = sizes[turn++ % sizes.length] ?? 1;
      if (at < body.length) controller.enqueue(body.slice(at, at + size));
      at += size;
      if (at >= body.length) controller.close();
    },
  });
}

const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });
const traces = fc
  .record({ seed: fc.nat(), traces: fc.integer({ min: 0, max: 6 }), spansPerTrace: fc.integer({ min: 1, max: 8 }) })
  .map(randomTraces);

describe('v3Client on any body', () => {
  it('gives exactly the traces of the body, once each, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(traces, sizes, async (sent, cuts) => {
        const found = await search(encoder.encode(v3Body(sent)), cuts);
        expect(found).toEqual({ traces: sent, unreadable: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('gives them too where a trace comes in pieces and shares elements with its neighbours', async () => {
    const joins = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(traces, sizes, joins, async (sent, cuts, isJoined) => {
        const elements: { readonly resource: string; readonly spans: unknown[] }[] = [];
        for (const [index, { resource, span }] of sent.flatMap(v3ResourceSpans).flatMap(spansOf).entries()) {
          const last = elements.at(-1);
          if (last?.resource === resource && isJoined[index % isJoined.length]) last.spans.push(span);
          else elements.push({ resource, spans: [span] });
        }
        const resourceSpans = elements.map(({ resource, spans }) => ({
          resource: JSON.parse(resource),
          scopeSpans: [{ spans }],
        }));
        const body = encoder.encode(JSON.stringify({ result: { resourceSpans } }));
        expect(await search(body, cuts)).toEqual({ traces: sent, unreadable: 0 });
      }),
      { numRuns: 200 },
    );
  });

  it('answers or throws its own fault, whatever bytes come', async () => {
    const body = fc
      .tuple(
        traces,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([sent, changes, kept]) => {
        const bytes = encoder.encode(v3Body(sent));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return kept < 0.3 ? bytes.slice(0, Math.floor(bytes.length * kept * 3)) : bytes;
      });
    await fc.assert(
      fc.asyncProperty(body, sizes, async (bytes, cuts) => {
        await search(bytes, cuts).catch((error: unknown) => expect(error).toBeInstanceOf(JaegerFault));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Each span of an element with the process that it is of, as text. */
function spansOf(element: unknown): readonly { readonly resource: string; readonly span: unknown }[] {
  const { resource, scopeSpans } = element as {
    resource: unknown;
    scopeSpans: readonly { spans: readonly unknown[] }[];
  };
  return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ resource: JSON.stringify(resource), span })));
}
