/** As much as a browser takes. */
const MAX_LENGTH = 2048;

/**
 * The address that a value may be linked to, or `undefined`. Values are whatever a producer sent: only whole http and https addresses without
 * credentials are linked, never `javascript:`, `data:` or a part of a text.
 */
export function safeLink(value: string): string | undefined {
  if (value.length > MAX_LENGTH || !/^https?:\/\/\S+$/i.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
    ? url.href
    : undefined;
}
