import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from './source-file.ts';

export interface Import {
  /** As it is written: `./x.ts`, `#core/x.ts`, `react`. */
  readonly specifier: string;
  /** Erased before anything runs: `import type`. */
  readonly isType: boolean;
  readonly target: ImportTarget;
}

export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string };

/**
 * Every import of one file: static, dynamic, re-exports, workers (`new URL('./x.ts', import.meta.url)`), and those of a style sheet.
 *
 * @throws an error for a file that cannot be parsed, and for a dynamic import whose target only a run could tell
 */
export function readImports(file: SourceFile): readonly Import[] {
  const found = file.path.endsWith('.css') ? styleImports(file.text) : scriptImports(file);
  return found.map(({ specifier, isType }) => ({ specifier, isType, target: targetOf(file.path, specifier) }));
}

type Written = Pick<Import, 'specifier' | 'isType'>;

function scriptImports({ path, text }: SourceFile): readonly Written[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    isType: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, isType }],
    ),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    const literal = /^(['"])(.*)\1$/.exec(text.slice(start, end));
    if (literal?.[2] === undefined) throw new Error(`${path}: import(${text.slice(start, end)}) hides what it imports`);
    return { specifier: literal[2], isType: false };
  });
  const workers = text.matchAll(/new URL\(\s*'([^']+\.tsx?)',\s*import\.meta\.url/g);
  return [
    ...imports,
    ...exports,
    ...dynamic,
    ...Array.from(workers, ([, specifier = '']) => ({ specifier, isType: false })),
  ];
}

function styleImports(text: string): readonly Written[] {
  const found = text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|composes:[^;]*\sfrom\s+['"]([^'"]+)['"]/g);
  return Array.from(found, ([, imported, composed]) => ({ specifier: imported ?? composed ?? '', isType: false }));
}

function targetOf(path: string, specifier: string): ImportTarget {
  // A query such as `?worker` is for the bundler.
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('#core/')) return { kind: 'file', path: `core/${plain.slice('#core/'.length)}` };
  if (plain.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(path), plain) };
  const [scopeOrName = '', name] = plain.split('/');
  return { kind: 'package', name: scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName };
}
