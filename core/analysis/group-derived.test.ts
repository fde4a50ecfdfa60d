import { describe, expect, it } from 'vitest';
import { drawnStart, tableFromDrawings } from '../testing/table-from-drawings.ts';
import { HOUR, unixMicros } from '../units.ts';
import { groupToText } from './group.ts';
import { groupBy } from './group-by.ts';
import { callsKey } from './group-key.ts';
import type { GroupingContext } from './grouping-context.ts';

// The traces start at 09:00:00, 09:00:01 and 09:00:02 UTC.
const TABLE = tableFromDrawings(`
  demo /handler          |==========|
    demo /omikuji !error | ======== |
    mail send            |  =       |

  demo /handler          |=====|
    demo /omikuji        | === |

  shop /cart             |===|
`);

const CONTEXT: GroupingContext = { from: drawnStart(0), to: drawnStart(2), minutesEastOfUtc: 0 };

function groups(key: string, context = CONTEXT): readonly string[] {
  const { groups, groupOfTrace } = groupBy(TABLE, { scope: 'trace', key }, context);
  return [...groupOfTrace].map((group) => groupToText(groups[group]!));
}

describe('groups of traces by what they are', () => {
  it.each([
    ['root', ['demo /handler', 'demo /handler', 'shop /cart']],
    ['spans', ['3', '2', '1']],
    ['error', ['true', 'false', 'false']],
    ['services', ['demo, mail', 'demo', 'shop']],
    ['hour', ['09', '09', '09']],
    ['half', ['first', 'second', 'second']],
    [callsKey('mail', 'send').key, ['true', 'false', 'false']],
    [callsKey('demo', '/omikuji').key, ['true', 'true', 'false']],
  ])('%s', (key, expected) => {
    expect(groups(key)).toEqual(expected);
  });

  it('reads the hour on the clock of the reader, over midnight too', () => {
    expect(groups('hour', { ...CONTEXT, minutesEastOfUtc: 9 * 60 })[0]).toBe('18');
    expect(groups('hour', { ...CONTEXT, minutesEastOfUtc: -9 * 60 - 1 })[0]).toBe('23');
  });

  it('halves the asked range, not the traces', () => {
    expect(groups('half', { ...CONTEXT, to: unixMicros(drawnStart(0) + HOUR) })).toEqual(['first', 'first', 'first']);
  });

  it('is one group by a key that is none', () => {
    expect(new Set(groups('no such key')).size).toBe(1);
  });
});
