/** An address as it may be told to people and logs: without its query, which can be long. */
export function placeOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
