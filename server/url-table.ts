/** A line of what is printed once everything runs. */
export interface UrlRow {
  readonly name: string;
  readonly url: string;
  readonly note?: string | undefined;
}

/**
 * Rows with their columns aligned:
 *
 *       Dashboard    http://127.0.0.1:3001   3000 was taken
 *       Omikuji app  http://127.0.0.1:8080
 */
export function urlTable(rows: readonly UrlRow[]): string {
  const names = widest(rows.map((row) => row.name));
  const urls = widest(rows.map((row) => row.url));
  return rows
    .map(({ name, url, note = '' }) => `  ${name.padEnd(names)}  ${url.padEnd(urls)}   ${note}`.trimEnd())
    .join('\n');
}

/** The address to open in a browser on this machine: one that listens everywhere is reached on the loopback too. */
export function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
