import { describe, expect, it } from 'vitest';
import { SpanTableBuilder } from '../spans/span-table-builder.ts';
import { demoTraces } from '../testing/demo-traces.ts';
import { tableFromDrawings, tableOf } from '../testing/table-from-drawings.ts';
import { isEventName, keyIndexOf, scanKey } from './scan-key.ts';

const table = tableFromDrawings(`
  demo /handler {omikuji=tag}                                            |==========|
    demo first @2 残念でした {omikuji=凶}                                | ===      |
    demo second {omikuji=7} @5 そこそこでした {omikuji=吉} @6 {omikuji=凶} |     ===  |

  demo /handler @1 drawn {omikuji=大吉} |===|
`);

function visits(scope: 'event' | 'tag', key: string, trace: number): readonly string[] {
  const seen: string[] = [];
  scanKey(table, keyIndexOf(table, { scope, key }), trace, (span, code, time) => {
    seen.push(`${span} ${table.annotations.values[code]} ${time}`);
  });
  return seen;
}

describe('scanKey', () => {
  it('visits the events of one trace that carry the key, in the order of spans, with their times', () => {
    expect(visits('event', 'omikuji', 0)).toEqual(['1 凶 2', '2 吉 5', '2 凶 6']);
    expect(visits('event', 'omikuji', 1)).toEqual(['3 大吉 1']);
  });

  it('tells tags from events of the same name; tags have no time', () => {
    expect(visits('tag', 'omikuji', 0)).toEqual(['0 tag NaN', '2 7 NaN']);
    expect(visits('tag', 'omikuji', 1)).toEqual([]);
  });

  it('takes the text of an event for the key `event`', () => {
    expect(visits('event', 'event', 0)).toEqual(['1 残念でした 2', '2 そこそこでした 5']);
  });

  it('visits every span whose process carries the key', () => {
    const demo = tableOf(demoTraces({ seed: 1, traces: 2 }));
    const seen: number[] = [];
    scanKey(demo, keyIndexOf(demo, { scope: 'resource', key: 'service.version' }), 1, (span) => seen.push(span));
    expect(seen).toEqual([2, 3]);
  });
});

describe('keyIndexOf', () => {
  it('is −1 where no span carries the key in that scope', () => {
    expect(keyIndexOf(table, { scope: 'resource', key: 'omikuji' })).toBe(-1);
    expect(keyIndexOf(new SpanTableBuilder().table(), { scope: 'event', key: 'omikuji' })).toBe(-1);
  });
});

describe('isEventName', () => {
  it('is the key `event` of an event, and no other', () => {
    expect(isEventName({ scope: 'event', key: 'event' })).toBe(true);
    expect(isEventName({ scope: 'tag', key: 'event' })).toBe(false);
    expect(isEventName({ scope: 'event', key: 'omikuji' })).toBe(false);
  });
});
