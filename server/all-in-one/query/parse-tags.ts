import { parseStringMap } from './parse-string-map.ts';
import { QueryError, valueOrBadRequest } from './query-error.ts';

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
    const parsed = valueOrBadRequest(parseStringMap(json), "malformed 'tags' parameter, cannot unmarshal JSON: ");
    for (const [key, value] of parsed) tags.set(key, value);
  }
  return tags;
}
