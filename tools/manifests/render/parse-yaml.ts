import { parseAllDocuments } from 'yaml';

/**
 * Every document of a YAML stream.
 *
 * @throws Error with line and reason; a key that stands there twice is one
 */
export function parseYaml(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { uniqueKeys: true, prettyErrors: true });
  return [...documents].flatMap((document) => {
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined) throw new Error(error.message);
    const value: unknown = document.toJS();
    return value === null ? [] : [value];
  });
}
