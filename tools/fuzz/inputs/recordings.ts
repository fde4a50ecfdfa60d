import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../../repository-root.ts';
import type { Json } from './mutate-json.ts';

const RECORDINGS = join(REPOSITORY_ROOT, 'core/jaeger/recordings');

/** Long ones cost time and hold nothing that short ones do not. */
const MAX_BYTES = 6000;

/** Recorded bodies below a folder, by the shape of their names. @param largest in bytes */
export function recordedBodies(folder: string, name: RegExp, largest = MAX_BYTES): readonly Uint8Array[] {
  const paths = readdirSync(join(RECORDINGS, folder), { recursive: true, encoding: 'utf8' }).sort();
  const bodies = paths.filter((path) => name.test(path)).map((path) => readFileSync(join(RECORDINGS, folder, path)));
  return bodies.filter(({ length }) => length > 0 && length <= largest);
}

/** The same as values of JSON; what is none is left out. */
export function recordedDocuments(folder: string, name: RegExp, largest?: number): readonly Json[] {
  return recordedBodies(folder, name, largest).flatMap((body): readonly Json[] => {
    const text = new TextDecoder().decode(body);
    return text.startsWith('{') || text.startsWith('[') ? [JSON.parse(text)] : [];
  });
}
