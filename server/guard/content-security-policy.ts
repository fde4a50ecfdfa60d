/**
 * What a page of ours may load and do: nothing but our own files and our own API.
 *
 * @param styleNonce the page's own `<style>` elements carry it (the widget kit writes its variables into one)
 */
export function contentSecurityPolicy(styleNonce?: string): string {
  const style = styleNonce === undefined ? "'self'" : `'self' 'nonce-${styleNonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
