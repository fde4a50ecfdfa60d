import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SliceInfo } from '../api.ts';
import { demoTraces } from '../testing/demo-traces.ts';
import { printTable } from '../testing/print-table.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Trace } from '../trace/trace.ts';
import { unixMicros } from '../units.ts';
import { decodeSlice } from './decode-slice.ts';
import { encodeSlice } from './encode-slice.ts';
import { SpanTableBuilder } from './span-table-builder.ts';
import { UnreadableSliceError } from './unreadable-slice-error.ts';

const INFO: SliceInfo = {
  version: 2,
  nextWindow: 1,
  start: 1,
  end: 2,
  state: 'complete',
  traces: 3,
  spans: 4,
  requests: 1,
  bytes: 5,
  problems: [{ kind: 'unreadable-trace', traceId: '', reason: '凶 <b>' }],
};

function tableOf(traces: readonly Trace[]): ReturnType<SpanTableBuilder['table']> {
  const builder = new SpanTableBuilder();
  for (const trace of traces) builder.appendTrace(trace);
  return builder.table();
}

function traceOf(id: string, spans: number, value = '凶'): Trace {
  return buildTrace(
    id,
    Array.from({ length: spans }, (_, i) => ({
      id: `${i + 1}`.padStart(16, '0'),
      parentId: i === 0 ? '' : '0000000000000001',
      resource: { service: 'demo', attributes: [{ key: 'host.name', type: 'string' as const, value: 'a' }] },
      operation: i === 0 ? '/handler' : `/omikuji${i}`,
      kind: 'internal' as const,
      start: unixMicros(1_000_000 + i),
      end: unixMicros(1_000_010),
      isError: i === 1,
      attributes: [{ key: 'a=b\\', type: 'string' as const, value: 'c=d' }],
      events:
        i === 0
          ? []
          : [
              {
                name: '残念でした',
                at: unixMicros(1_000_005),
                attributes: [{ key: 'omikuji', type: 'string' as const, value }],
              },
            ],
      links: [],
      warnings: [],
    })),
  );
}

describe('a span table', () => {
  it('holds the spans of a trace in pre-order with their annotations', () => {
    expect(printTable(tableOf([traceOf('f'.repeat(32), 2)]))).toBe(
      `
ffffffffffffffffffffffffffffffff at 1000000
  0 of - | demo /handler | kind 1 | 0+10 | tag:a=b\\=c=d | resource:host.name=a
  1 of 0 | demo /omikuji1 | kind 1 | 1+9 | error | tag:a=b\\=c=d | event:event=残念でした@5 | event:omikuji=凶@5 | resource:host.name=a`.trim(),
    );
  });

  it('keeps a trace that comes again once, the version with more spans', () => {
    const id = 'a'.repeat(32);
    const builder = new SpanTableBuilder();
    expect(builder.appendTrace(traceOf(id, 2))).toBe(true);
    const before = builder.table().revision;
    expect(builder.appendTrace(traceOf(id, 2))).toBe(false);
    expect(builder.appendTrace(traceOf(id, 1))).toBe(false);
    expect(builder.table().revision).toBe(before);
    expect(builder.appendTrace(traceOf(id, 3))).toBe(true);
    expect(Array.from(builder.table().isSuperseded)).toEqual([1, 0]);
    expect(builder.appendTable(tableOf([traceOf(id, 3), traceOf('b'.repeat(32), 1)]))).toBe(1);
  });

  it('is the same after Arrow and back, whatever the traces', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 30 }),
        (seed, traces, spansPerTrace) => {
          const table = tableOf(randomTraces({ seed, traces, spansPerTrace }));
          const { table: again, info } = decodeSlice(encodeSlice(table, INFO));
          expect(printTable(again)).toBe(printTable(table));
          expect(info).toEqual(INFO);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same when it is put together from slices', () => {
    const traces = randomTraces({ seed: 7, traces: 20, spansPerTrace: 9 });
    const builder = new SpanTableBuilder();
    for (const slice of [traces.slice(0, 8), traces.slice(6, 13), traces.slice(13)]) {
      builder.appendTable(decodeSlice(encodeSlice(tableOf(slice), INFO)).table);
    }
    expect(printTable(builder.table())).toBe(printTable(tableOf(traces)));
  });

  it('keeps hostile keys and values as they are', () => {
    for (const value of ['__proto__', 'a=b\\=c', '\ud800', '', '\u202e', '"'.repeat(1000)]) {
      const trace = traceOf('c'.repeat(32), 2, value);
      const { table } = decodeSlice(encodeSlice(tableOf([trace]), INFO));
      expect(printTable(table)).toBe(printTable(tableOf([traceOf('c'.repeat(32), 2, value.toWellFormed())])));
    }
  });

  it('opens as an ordinary Arrow table with a row per span', () => {
    const arrow = tableFromIPC(encodeSlice(tableOf(demoTraces({ seed: 1, traces: 3 })), INFO));
    expect(arrow.names).toEqual([
      'trace_id',
      'depth',
      'service',
      'operation',
      'kind',
      'start',
      'duration_us',
      'error',
      'tags',
      'events',
      'resource',
    ]);
    const [root, child] = arrow.toArray();
    expect(root).toMatchObject({
      depth: 0,
      service: 'demo',
      operation: '/handler',
      resource: '{"service.version":"1.0.0"}',
    });
    expect(child).toMatchObject({ depth: 1, operation: '/omikuji' });
    expect(JSON.stringify(child?.events)).toContain('omikuji=');
  });

  it('says so when the bytes are no slice', () => {
    expect(() => decodeSlice(new TextEncoder().encode('<!doctype html><html></html>'))).toThrow(UnreadableSliceError);
    expect(() => decodeSlice(new Uint8Array(0))).toThrow(UnreadableSliceError);
  });
});
