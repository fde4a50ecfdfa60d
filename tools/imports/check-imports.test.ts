import { describe, expect, it } from 'vitest';
import { checkImports } from './check-imports.ts';

/** What the check says of one file with this text, without the name of the file. */
function check(path: string, text: string): readonly string[] {
  return checkImports({ path, text }).map((line) => line.replace(`${path}: `, ''));
}

describe('the import table', () => {
  it('lets each side import core', () => {
    expect(check('server/routes.ts', "import { x } from '#core/api.ts';")).toEqual([]);
    expect(check('web/src/explore/page.tsx', "import { x } from '#core/api.ts';")).toEqual([]);
  });

  it.each([
    ['core/api.ts', '../server/app.ts', 'core/ must not import server/'],
    ['core/api.ts', '../web/src/url-state.ts', 'core/ must not import web/src/url-state.ts'],
    ['server/app.ts', '../web/src/main.tsx', 'server/ must not import web/src/'],
    ['web/src/data/read.ts', '../../../server/app.ts', 'web/src/data/ must not import server/'],
    ['web/src/ui/mark.tsx', '../explore/page.tsx', 'web/src/ui/ must not import web/src/explore/'],
    ['web/src/explore/page.tsx', '../trace/page.tsx', 'web/src/explore/ must not import web/src/trace/'],
    ['web/src/trace/list/row.tsx', '../../explore/page.tsx', 'web/src/trace/ must not import web/src/explore/'],
    ['server/all-in-one/query/a.ts', '../../omikuji/b.ts', 'server/all-in-one/ must not import server/omikuji/'],
    ['server/omikuji/a.test.ts', '../all-in-one/b.ts', 'server/omikuji/ must not import server/all-in-one/'],
    ['server/jaeger-query/a.ts', '../errors.ts', 'server/jaeger-query/ must not import server/'],
    ['server/app.ts', '../elsewhere/x.ts', 'server/ must not import elsewhere/x.ts'],
  ])('forbids %s to import %s', (from, specifier, wrong) => {
    expect(check(from, `import { x } from '${specifier}';`)).toEqual([`${specifier}: ${wrong}`]);
  });

  it('forbids in every form of an import', () => {
    const texts = [
      "import type { X } from '../../../server/app.ts';",
      "import '../../../server/app.ts';",
      "export { x } from '../../../server/app.ts';",
      "export * from '../../../server/app.ts';",
      "const x = await import('../../../server/app.ts');",
      // Written apart, or this very file would be found to import it.
      `new Worker(new ${'URL'}('../../../server/app.ts', import.meta.url), { type: 'module' });`,
    ];
    for (const text of texts) {
      expect(check('web/src/ui/mark.tsx', text)).toEqual([
        '../../../server/app.ts: web/src/ui/ must not import server/',
      ]);
    }
  });

  it('reads code, not what looks like it', () => {
    const text = `
      // import { x } from '../server/app.ts';
      const said = "import { x } from '../server/app.ts';";
      const view = <p>import x from '../server/app.ts'</p>;`;
    expect(check('web/src/main.tsx', text)).toEqual([]);
  });

  it('holds for style sheets', () => {
    const wrong = '../trace/row.module.css: web/src/explore/ must not import web/src/trace/';
    expect(check('web/src/explore/a.module.css', "@import '../trace/row.module.css';")).toEqual([wrong]);
    expect(check('web/src/explore/a.module.css', ".a { composes: row from '../trace/row.module.css'; }")).toEqual([
      wrong,
    ]);
  });

  it('refuses files at a place that it does not know', () => {
    expect(check('scripts/x.ts', '')).toEqual(['belongs to no zone of the import table']);
  });

  it('refuses an import whose target cannot be read', () => {
    expect(() => check('web/src/main.tsx', 'await import(name);')).toThrow('import(name) hides what it imports');
  });
});

describe('packages', () => {
  it.each([
    ['core/api.ts', 'node:fs'],
    ['core/api.ts', 'react'],
    ['server/app.ts', 'react'],
    ['server/all-in-one/a.ts', 'fastify'],
    ['web/src/ui/mark.tsx', 'node:fs'],
    ['web/src/ui/mark.tsx', 'lodash/fp'],
    ['web/src/main.tsx', 'vitest'],
  ])('forbid %s to import %s', (from, specifier) => {
    const said = check(from, `import { x } from '${specifier}';`);
    expect(said).toContainEqual(expect.stringContaining(`${specifier}: the package`));
  });

  it('are allowed by name, by scope and with a path', () => {
    expect(check('core/api.ts', "import * as z from 'zod';")).toEqual([]);
    expect(check('server/app.ts', "import x from '@fastify/static'; import { join } from 'node:path';")).toEqual([]);
    expect(check('web/src/main.tsx', "import { createRoot } from 'react-dom/client';")).toEqual([]);
  });

  it('for tests are for tests alone', () => {
    expect(
      check('core/trace/x.test.ts', "import { it } from 'vitest'; import { readFileSync } from 'node:fs';"),
    ).toEqual([]);
    expect(check('core/trace/x.ts', "import { it } from 'vitest';")).toHaveLength(1);
  });
});

describe('how core is written in an import', () => {
  it('is #core/… from elsewhere', () => {
    expect(check('server/app.ts', "import { x } from '../core/api.ts';")).toEqual([
      '../core/api.ts: core is imported as #core/…',
    ]);
  });

  it('is relative within', () => {
    expect(check('core/spans/a.ts', "import { x } from '#core/units.ts';")).toEqual([
      '#core/units.ts: inside core, imports are relative',
    ]);
  });
});

describe('what is for tests', () => {
  it('is not imported by what ships', () => {
    const wrong = 'only tests import what is for tests';
    expect(check('core/spans/a.ts', "import { x } from '../testing/b.ts';")).toEqual([`../testing/b.ts: ${wrong}`]);
    expect(check('server/jaeger-query/a.ts', "import { x } from './testing/b.ts';")).toEqual([
      `./testing/b.ts: ${wrong}`,
    ]);
    expect(check('server/app.ts', "import { x } from './x.test.ts';")).toEqual([`./x.test.ts: ${wrong}`]);
  });

  it.each(['core/spans/a.test.ts', 'server/a.bench.ts', 'web/e2e/a.e2e.ts', 'tools/bench/a.ts', 'core/testing/a.ts'])(
    'is imported by %s',
    (from) => {
      const specifier = from.startsWith('core/') ? '../testing/b.ts' : '#core/testing/b.ts';
      expect(check(from, `import { x } from '${specifier}';`)).toEqual([]);
    },
  );
});

describe('React', () => {
  const wrong = ['react: only .tsx and use-*.ts know React'];

  it('is unknown to plain files, but for its types', () => {
    expect(check('web/src/ui/group-styles.ts', "import { memo } from 'react';")).toEqual(wrong);
    expect(check('web/src/ui/group-styles.ts', "import { type ReactNode, memo } from 'react';")).toEqual(wrong);
    expect(check('web/src/ui/group-styles.ts', "import type { ReactNode } from 'react';")).toEqual([]);
    expect(check('web/src/ui/use-words.ts', "import { use } from 'react';")).toEqual([]);
    expect(check('web/src/ui/mark.tsx', "import { memo } from 'react';")).toEqual([]);
  });
});
