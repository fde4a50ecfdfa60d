import type { SourceFile } from './source-file.ts';

const MAX_LINES = 500;

/** A file with more lines is more than one idea. Generated ones (`*_pb.ts`) are nobody's idea. */
export function checkSize({ path, text }: SourceFile): readonly string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines > MAX_LINES && !path.endsWith('_pb.ts') ? [`${path}: ${lines} lines, more than ${MAX_LINES}`] : [];
}
