import { describe, expect, it } from 'vitest';
import { tableFromDrawings } from '../../testing/table-from-drawings.ts';
import { callKeys } from './call-keys.ts';

function keysOf(drawings: string, rows: readonly number[]): readonly string[] {
  return callKeys(tableFromDrawings(drawings), Int32Array.from(rows)).map(({ key }) => key);
}

const SHOP = `
  shop /cart  |==========|
    db SELECT |==        |
    db SELECT |   ==     |

  shop /cart  |======    |
    db SELECT |==        |
    mail send |  ==      |

  shop /cart  |===       |

  shop /cart  |===       |
`;

describe('callKeys', () => {
  it('are of the operations that some traces have and some have not, once for a trace, those that split best first', () => {
    expect(keysOf(SHOP, [0, 1, 2, 3])).toEqual(['calls db SELECT', 'calls mail send']);
  });

  it('look at the asked traces only', () => {
    expect(keysOf(SHOP, [0, 1])).toEqual(['calls mail send']);
    expect(keysOf(SHOP, [2, 3])).toEqual([]);
  });

  it('are 50 at most, where names of operations hold ids', () => {
    const calls = Array.from({ length: 60 }, (_, id) => `\n  db GET/${id} |==|`).join('');
    expect(keysOf(`shop /cart |====|${calls}\n\nshop /cart |==|`, [0, 1])).toHaveLength(50);
  });
});
