import { posix } from 'node:path';
import * as z from 'zod';
import type { SourceFile } from '../../imports/source-file.ts';
import { parseYaml } from './parse-yaml.ts';

const entries = z.array(z.unknown()).default([]);

/** Where a kustomization names files and folders. What else it may hold reads nothing. */
const kustomization = z.looseObject({
  resources: entries,
  components: entries,
  bases: entries,
  crds: entries,
  configurations: entries,
  patchesStrategicMerge: entries,
  generators: entries,
  transformers: entries,
  validators: entries,
  patches: z.array(z.looseObject({ path: z.unknown().optional() })).default([]),
  patchesJson6902: z.array(z.looseObject({ path: z.unknown().optional() })).default([]),
  replacements: z.array(z.looseObject({ path: z.unknown().optional() })).default([]),
  openapi: z.looseObject({ path: z.unknown().optional() }).optional(),
});

type Kustomization = z.infer<typeof kustomization>;

const LISTS = [
  ...['resources', 'components', 'bases', 'crds', 'configurations', 'patchesStrategicMerge'],
  ...['generators', 'transformers', 'validators'],
] as const;
const WITH_PATHS = ['patches', 'patchesJson6902', 'replacements'] as const;
/** They fetch charts, or run programs. */
const FORBIDDEN = ['helmCharts', 'helmChartInflationGenerator', 'helmGlobals'];

/**
 * What is wrong with the files of k8s/ before anything is rendered: YAML that cannot be read, and kustomizations that reach for
 * anything but files of k8s/. What passes needs no network to be rendered.
 *
 * @param files all of k8s/
 */
export function checkSources(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    if (!/\.ya?ml$/.test(file.path)) return [];
    try {
      const documents = parseYaml(file.text);
      return isKustomization(file.path) ? documents.flatMap((one) => checkKustomization(file.path, one, files)) : [];
    } catch (error) {
      return [`${file.path}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function isKustomization(path: string): boolean {
  return /^kustomization(\.ya?ml)?$/i.test(posix.basename(path));
}

function checkKustomization(path: string, document: unknown, files: readonly SourceFile[]): readonly string[] {
  const read = kustomization.safeParse(document);
  if (!read.success) return [`${path}: is no kustomization: ${z.prettifyError(read.error)}`];
  const forbidden = FORBIDDEN.filter((name) => name in read.data).map((name) => `${path}: ${name} is not allowed`);
  return [...forbidden, ...referencesOf(read.data).flatMap((found) => checkReference(path, found, files))];
}

interface Reference {
  readonly field: string;
  readonly target: unknown;
}

function referencesOf(read: Kustomization): readonly Reference[] {
  return [
    ...LISTS.flatMap((field) => asList(read[field]).map((target) => ({ field, target }))),
    ...WITH_PATHS.flatMap((field) => read[field].map(({ path }) => ({ field, target: path }))),
    ...(read.openapi === undefined ? [] : [{ field: 'openapi.path', target: read.openapi.path }]),
    ...['configMapGenerator', 'secretGenerator'].flatMap((field) =>
      generatorFiles(read[field]).map((target) => ({ field, target })),
    ),
  ].filter(({ target }) => target !== undefined && !isInline(target));
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A patch may stand in the list itself instead of in a file. */
const isInline = (target: unknown): boolean => typeof target === 'string' && target.includes('\n');

const generator = z.looseObject({ files: z.array(z.string()).default([]), envs: z.array(z.string()).default([]) });

/** `key=path` and `path`. */
function generatorFiles(value: unknown): readonly string[] {
  return asList(value).flatMap((one) => {
    const { files, envs } = generator.parse(one);
    return [...files.map((file) => file.slice(file.indexOf('=') + 1)), ...envs];
  });
}

function checkReference(path: string, { field, target }: Reference, files: readonly SourceFile[]): readonly string[] {
  if (typeof target !== 'string') return [`${path}: ${field} has an entry that is no path`];
  const resolved = posix.join(posix.dirname(path), target);
  if (!resolved.startsWith('k8s/')) return [`${path}: ${field}: ${target} is outside k8s/`];
  const isThere = files.some((file) => file.path === resolved || file.path.startsWith(`${resolved}/`));
  return isThere ? [] : [`${path}: ${field}: ${target} is no file or folder of k8s/; nothing may be fetched`];
}
