import { describe, expect, it } from 'vitest';
import { checkReadmes } from './check-readmes.ts';
import { checkSize } from './check-size.ts';
import { findCycles } from './find-cycles.ts';

const file = (path: string, text = '') => ({ path, text });

describe('circles of imports', () => {
  it('are found, each once', () => {
    const files = [
      file('core/a.ts', "import './b.ts'; import './d.ts';"),
      file('core/b.ts', "import type { C } from './c.ts';"),
      file('core/c.ts', "export { a } from './a.ts';"),
      file('core/d.ts', "import './c.ts';"),
      file('server/e.ts', "import '#core/a.ts';"),
    ];
    expect(findCycles(files)).toEqual(['core/a.ts → core/b.ts → core/c.ts → core/a.ts']);
  });

  it('are not where two ways lead to one file', () => {
    const files = [
      file('core/a.ts', "import './b.ts'; import './c.ts';"),
      file('core/b.ts', "import './c.ts';"),
      file('core/c.ts', "import 'zod';"),
    ];
    expect(findCycles(files)).toEqual([]);
  });

  it('are found where a file imports itself', () => {
    expect(findCycles([file('core/a.ts', "import './a.ts';")])).toEqual(['core/a.ts → core/a.ts']);
  });
});

describe('the size of a file', () => {
  it('is at most 500 lines, unless a program wrote it', () => {
    expect(checkSize(file('core/a.ts', 'x\n'.repeat(500)))).toEqual([]);
    expect(checkSize(file('core/a.ts', 'x\n'.repeat(501)))).toEqual(['core/a.ts: 501 lines, more than 500']);
    expect(checkSize(file('server/otlp_pb.ts', 'x\n'.repeat(5000)))).toEqual([]);
  });
});

describe('READMEs', () => {
  const sources = [
    file('core/units.ts'),
    file('core/trace/deep/a.ts'),
    file('web/src/main.tsx'),
    file('tools/test.ts'),
  ];

  it('are asked for in each folder of the map', () => {
    expect(checkReadmes(sources, [])).toEqual(['core/trace/: has no README.md', 'tools/: has no README.md']);
  });

  it('have 5 to 15 lines', () => {
    const readmes = [file('core/trace/README.md', 'x\n'.repeat(4)), file('tools/README.md', 'x\n'.repeat(16))];
    expect(checkReadmes(sources, readmes)).toEqual([
      'core/trace/README.md: 4 lines, not 5 to 15',
      'tools/README.md: 16 lines, not 5 to 15',
    ]);
    expect(
      checkReadmes(
        sources,
        readmes.map(({ path }) => file(path, 'x\n'.repeat(10))),
      ),
    ).toEqual([]);
  });
});
