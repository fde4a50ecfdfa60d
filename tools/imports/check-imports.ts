import { TEST_FILE, TEST_PACKAGES, TESTING_FOLDER, ZONES, type Zone } from './import-table.ts';
import { type Import, readImports } from './read-imports.ts';
import type { SourceFile } from './source-file.ts';

/** What the imports of one file do against the table, a line each; see the rules below. */
export function checkImports(file: SourceFile): readonly string[] {
  const zone = zoneOf(file.path);
  if (zone === undefined) return [`${file.path}: belongs to no zone of the import table`];
  return readImports(file).flatMap((found) =>
    RULES.flatMap((rule) => {
      const wrong = rule(file.path, found, zone);
      return wrong === undefined ? [] : [`${file.path}: ${found.specifier}: ${wrong}`];
    }),
  );
}

/** What is wrong with an import, or undefined. */
type Rule = (from: string, found: Import, zone: Zone) => string | undefined;

const RULES: readonly Rule[] = [
  allowedZone,
  allowedPackage,
  spelledAsAgreed,
  testingStaysInTests,
  plainFilesKnowNoReact,
];

function allowedZone(_from: string, { target }: Import, zone: Zone): string | undefined {
  if (target.kind !== 'file') return undefined;
  const other = zoneOf(target.path);
  if (other === zone || (other !== undefined && zone.zones.includes(other.path))) return undefined;
  return `${zone.path} must not import ${other?.path ?? target.path}`;
}

function allowedPackage(from: string, { target }: Import, zone: Zone): string | undefined {
  if (target.kind !== 'package') return undefined;
  const allowed = TEST_FILE.test(from) ? [...zone.packages, ...TEST_PACKAGES] : zone.packages;
  const isAllowed = allowed.some((name) =>
    name.endsWith('*') ? target.name.startsWith(name.slice(0, -1)) : target.name === name,
  );
  return isAllowed ? undefined : `the package ${target.name} is not for ${zone.path}`;
}

function spelledAsAgreed(from: string, { specifier, target }: Import): string | undefined {
  if (target.kind !== 'file' || !target.path.startsWith('core/')) return undefined;
  if (from.startsWith('core/')) return specifier.startsWith('.') ? undefined : 'inside core, imports are relative';
  return specifier.startsWith('#core/') ? undefined : 'core is imported as #core/…';
}

function testingStaysInTests(from: string, { target }: Import): string | undefined {
  if (target.kind !== 'file' || TEST_FILE.test(from)) return undefined;
  return TESTING_FOLDER.test(target.path) || TEST_FILE.test(target.path)
    ? 'only tests import what is for tests'
    : undefined;
}

function plainFilesKnowNoReact(from: string, { isType, target }: Import): string | undefined {
  const isPlain = from.endsWith('.ts') && !/(^|\/)use-[^/]*\.ts$/.test(from) && !TEST_FILE.test(from);
  const isReact = target.kind === 'package' && (target.name === 'react' || target.name === 'react-dom');
  return isPlain && isReact && !isType ? 'only .tsx and use-*.ts know React' : undefined;
}

function zoneOf(path: string): Zone | undefined {
  return ZONES.filter((zone) => path.startsWith(zone.path)).toSorted((a, b) => b.path.length - a.path.length)[0];
}
