import type { SourceFile } from './source-file.ts';

/** Folders whose README.md tells what they are: those that the map of ARCHITECTURE.md shows. */
const DOCUMENTED_FOLDER = /^((core|server|web\/src)\/[^/]+|web\/e2e|tools)\//;

const MIN_LINES = 5;
const MAX_LINES = 15;

/**
 * @param sources the files of the program
 * @param readmes every README.md there is
 * @returns folders without a README, and READMEs of an odd length
 */
export function checkReadmes(sources: readonly SourceFile[], readmes: readonly SourceFile[]): readonly string[] {
  const folders = new Set(sources.flatMap(({ path }) => DOCUMENTED_FOLDER.exec(path)?.[0] ?? []));
  return [...folders].flatMap((folder) => {
    const readme = readmes.find(({ path }) => path === `${folder}README.md`);
    if (readme === undefined) return [`${folder}: has no README.md`];
    const lines = readme.text.trimEnd().split('\n').length;
    const isRight = lines >= MIN_LINES && lines <= MAX_LINES;
    return isRight ? [] : [`${readme.path}: ${lines} lines, not ${MIN_LINES} to ${MAX_LINES}`];
  });
}
