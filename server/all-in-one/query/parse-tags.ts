import { QueryError } from './query-error.ts';

/**
 * The tags of a search: `tag=key:value` and `tags={"key":"value"}`, each any number of times.
 *
 * @throws QueryError (400)
 */
export function parseTags(parameters: URLSearchParams): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of parameters.getAll('tag')) {
    const colon = tag.indexOf(':');
    if (colon < 0) throw new QueryError(400, `malformed 'tag' parameter, expecting key:value, received: ${tag}`);
    tags.set(tag.slice(0, colon), tag.slice(colon + 1));
  }
  for (const json of parameters.getAll('tags')) {
    for (const [key, value] of Object.entries(parseTagsObject(json))) tags.set(key, tagText(value));
  }
  return tags;
}

function parseTagsObject(json: string): object {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw malformed(`json: cannot unmarshal ${goTypeName(value)} into Go value of type map[string]string`);
  }
  return value;
}

function tagText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  throw malformed(`json: cannot unmarshal ${goTypeName(value)} into Go value of type string`);
}

function malformed(reason: string): QueryError {
  return new QueryError(400, `malformed 'tags' parameter, cannot unmarshal JSON: ${reason}`);
}

function goTypeName(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
