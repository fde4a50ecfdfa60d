import { describe, expect, it } from 'vitest';
import type { SliceInfo } from '#core/api.ts';
import { tableOf } from '#core/testing/table-from-drawings.ts';
import { buildTrace } from '#core/trace/build-trace.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, SECOND, type UnixMicros, unixMicros } from '#core/units.ts';
import { silentlyMissing } from './silently-missing.ts';
import { storageTraces } from './storage-traces.ts';

const START = unixMicros(1_795_424_000_000_000);
const SENT = storageTraces(START).pairs;
const END = addMicros(START, 10 * SECOND);

function slice(start: UnixMicros, end: UnixMicros, state: SliceInfo['state']): SliceInfo {
  return { version: 2, start, end, state, traces: 0, spans: 0, nextWindow: 1, requests: 1, bytes: 0, problems: [] };
}

/** As a storage shows it that has not written all of it yet. */
function halfOf({ id }: Trace): Trace {
  const { start } = SENT[0]!;
  const resource = { service: 'pairs', attributes: [] };
  const rest = { isError: false, attributes: [], events: [], links: [], warnings: [] };
  return buildTrace(id, [
    { id: '1', parentId: '', resource, operation: 'root', kind: 'server', start, end: start, ...rest },
  ]);
}

describe('silentlyMissing', () => {
  const whole = [slice(START, END, 'complete')];

  it('is empty where every trace came whole, however often', () => {
    const tables = [tableOf(SENT), tableOf(SENT.slice(3))];
    expect(silentlyMissing({ infos: whole, tables }, SENT)).toEqual([]);
  });

  it('names a trace that did not come although its slice is complete', () => {
    expect(silentlyMissing({ infos: whole, tables: [tableOf(SENT.slice(1))] }, SENT)).toEqual([SENT[0]!.id]);
  });

  it('names a trace that came without some of its spans', () => {
    const tables = [tableOf([halfOf(SENT[0]!), ...SENT.slice(1)])];
    expect(silentlyMissing({ infos: whole, tables }, SENT)).toEqual([SENT[0]!.id]);
  });

  it('forgives what is missing where the slice is said to be cut, and there only', () => {
    const middle = SENT[100]!.start;
    const infos = [slice(START, addMicros(middle, -1), 'cut'), slice(middle, END, 'complete')];
    const tables = [tableOf([...SENT.slice(60, 100), ...SENT.slice(101)])];
    expect(silentlyMissing({ infos, tables }, SENT)).toEqual([SENT[100]!.id]);
  });
});
