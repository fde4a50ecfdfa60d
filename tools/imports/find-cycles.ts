import { readImports } from './read-imports.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Imports that come back to where they started, as `a.ts → b.ts → a.ts`, each circle once. Imports of types count: two files that
 * need each other's types are one idea or three.
 */
export function findCycles(files: readonly SourceFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const targets = new Map(
    files.map((file) => [
      file.path,
      readImports(file).flatMap(({ target }) =>
        target.kind === 'file' && known.has(target.path) ? [target.path] : [],
      ),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return cycles;
}
