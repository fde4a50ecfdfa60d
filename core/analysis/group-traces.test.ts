import { describe, expect, it } from 'vitest';
import type { AnnotationKey } from '../spans/span-table.ts';
import { tableFromDrawings } from '../testing/table-from-drawings.ts';
import { groupToText } from './group.ts';
import { groupTraces } from './group-traces.ts';

const table = tableFromDrawings(`
  demo /handler                           |=====|
    demo /omikuji @4 残念でした {omikuji=凶} | === |

  demo /handler {omikuji=吉}              |==|

  demo /handler @1 {omikuji=凶}           |====|
    demo /omikuji @3 {omikuji=凶}         | == |

  demo /handler @1 {omikuji=凶}           |====|
    demo /omikuji @3 {omikuji=吉}         | == |
`);

function groupOfEach(key: AnnotationKey): readonly string[] {
  const { groups, groupOfTrace } = groupTraces(table, key);
  return Array.from(groupOfTrace, (index) => groupToText(groups[index]!));
}

describe('groupTraces', () => {
  it('takes the value from anywhere in the trace, (none) without one, (several) with two different ones', () => {
    expect(groupOfEach({ scope: 'event', key: 'omikuji' })).toEqual(['凶', '(none)', '凶', '(several)']);
  });

  it('looks only into the scope of the key', () => {
    expect(groupOfEach({ scope: 'tag', key: 'omikuji' })).toEqual(['(none)', '吉', '(none)', '(none)']);
  });

  it('lists each group once, in the order of its first trace', () => {
    expect(groupTraces(table, { scope: 'event', key: 'omikuji' }).groups.map(groupToText)).toEqual([
      '凶',
      '(none)',
      '(several)',
    ]);
  });

  it('puts every trace into (none) where the key does not occur', () => {
    expect(groupOfEach({ scope: 'event', key: 'nowhere' })).toEqual(['(none)', '(none)', '(none)', '(none)']);
  });
});
