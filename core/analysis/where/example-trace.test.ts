import { describe, expect, it } from 'vitest';
import { tableFromDrawings } from '../../testing/table-from-drawings.ts';
import { type Call, exampleTrace } from './example-trace.ts';

const TABLE = tableFromDrawings(`
  demo /handler   |==========|
    demo /omikuji | ======== |

  demo /handler   |======    |
    demo /omikuji | ====     |

  demo /handler   |===       |
    demo /omikuji | =        |

  demo /handler   |===       |
    mail send     | =        |
      demo /omikuji | :      |
`);

const call = (text: string): Call => {
  const [service = '', operation = ''] = text.split(' ');
  return { service, operation };
};

function example(path: string, rows: readonly number[] = [0, 1, 2, 3]): number | undefined {
  return exampleTrace(TABLE, Int32Array.from(rows), path.split(' › ').map(call));
}

describe('an example of a path', () => {
  it('is the trace nearest to the median of those that have it', () => {
    expect(example('demo /handler › demo /omikuji')).toBe(1);
    expect(example('demo /handler › demo /omikuji', [0, 3])).toBe(0);
  });

  it('is the first of those that are equally near', () => {
    expect(example('demo /handler › demo /omikuji', [0, 1])).toBe(0);
    expect(example('demo /handler › demo /omikuji', [1, 0])).toBe(1);
  });

  it('follows the path from the root, wherever else the same operation is called', () => {
    expect(example('demo /handler › mail send › demo /omikuji')).toBe(3);
    expect(example('mail send')).toBeUndefined();
    expect(example('demo /omikuji')).toBeUndefined();
  });

  it('is none where no trace has it', () => {
    expect(example('demo /handler › mail send', [0, 1])).toBeUndefined();
    expect(example('demo /handler', [])).toBeUndefined();
  });
});
